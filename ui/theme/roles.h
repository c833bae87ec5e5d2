// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

/// What a colour is for. One row a role: name, then its token in the light, dark and high contrast theme.
/// Text roles reach 4.5:1 on every surface that they may stand on; tests/ui/theme walks the pairs.
/// The same names stand as @Name@ in resources/theme/style.qss.
#define UKETSUKE_ROLES(X)                                                                                             \
    /* text */                                                                                                        \
    X(Text, SolidGray800, White, White)                                                                               \
    X(TextStrong, SolidGray900, White, White)                                                                         \
    X(TextMuted, SolidGray600, SolidGray300, White)                                                                   \
    /* surfaces */                                                                                                    \
    X(Surface, White, SolidGray900, Black)                                                                            \
    X(SurfacePanel, SolidGray50, SolidGray800, Black)                                                                 \
    X(SurfaceTinted, Blue50, Blue1200, Black)                                                                         \
    /* lines: Hairline only separates; Border bounds a control and reaches 3:1 */                                     \
    X(Hairline, SolidGray200, SolidGray700, SolidGray300)                                                             \
    X(Border, SolidGray600, SolidGray400, White)                                                                      \
    /* actions */                                                                                                     \
    X(Primary, Blue900, Blue300, Yellow300)                                                                           \
    X(PrimaryHover, Blue1000, Blue200, White)                                                                         \
    X(PrimaryPressed, Blue1200, Blue100, White)                                                                       \
    X(OnPrimary, White, Black, Black)                                                                                 \
    X(Hover, Blue200, SolidGray700, SolidGray800)                                                                     \
    X(Pressed, Blue300, SolidGray600, SolidGray700)                                                                   \
    /* states; …Surface is the tint behind them, WarningStrong the warning text on any tint */                        \
    X(Success, Green800, Green300, Green300)                                                                          \
    X(SuccessSurface, Green50, Green1200, Black)                                                                      \
    X(Warning, Orange800, Orange300, Orange300)                                                                       \
    X(WarningStrong, Orange900, Orange300, Orange300)                                                                 \
    X(WarningSurface, Orange50, Orange1200, Black)                                                                    \
    X(Error, Red900, Red300, Red300)                                                                                  \
    X(ErrorSurface, Red50, Red1200, Black)                                                                            \
    X(Info, Blue900, LightBlue300, LightBlue300)                                                                      \
    X(InfoSurface, Blue50, Blue1200, Black)                                                                           \
    X(Changed, Purple900, Purple300, Cyan200)                                                                         \
    X(ChangedSurface, Purple50, Purple1200, Black)                                                                    \
    /* training */                                                                                                    \
    X(Training, Purple900, Purple200, Purple200)                                                                      \
    X(OnTraining, White, Black, Black)                                                                                \
    X(TrainingSurface, Purple50, Purple1200, Black)                                                                   \
    X(Watermark, Purple100, Purple1000, Purple1000)                                                                   \
    /* focus ring */                                                                                                  \
    X(FocusOuter, Black, Yellow300, Yellow300)                                                                        \
    X(FocusInner, Yellow300, Black, Black)                                                                            \
    /* pictures: the card, the reader, charts */                                                                      \
    X(PictureLine, SolidGray800, SolidGray200, White)                                                                 \
    X(PictureFace, White, SolidGray800, Black)                                                                        \
    X(PictureMuted, SolidGray420, SolidGray420, SolidGray300)                                                         \
    X(PictureFaint, SolidGray200, SolidGray600, SolidGray600)                                                         \
    X(PictureAccent, LightBlue200, LightBlue900, LightBlue900)                                                        \
    X(PicturePale, LightBlue50, LightBlue1200, Black)                                                                 \
    X(ReaderTop, SolidGray700, SolidGray700, Black)                                                                   \
    X(ReaderFront, SolidGray800, Black, Black)                                                                        \
    X(ReaderLine, White, White, White)                                                                                \
    X(ReaderLamp, Green300, Green300, Green300)
