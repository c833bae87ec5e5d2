<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>AnswerInput</name>
    <message>
        <source>入力した文字 %1／%2</source>
        <translation>Characters used: %1 of %2</translation>
    </message>
    <message>
        <source>&#x3000;%1文字減らしてください</source>
        <translation> – please remove %1</translation>
    </message>
</context>
<context>
    <name>AnswerType</name>
    <message>
        <source>不明（%1）</source>
        <translation>Unknown (%1)</translation>
    </message>
    <message>
        <source>同意する</source>
        <translation>I agree</translation>
    </message>
    <message>
        <source>同意しない</source>
        <translation>I do not agree</translation>
    </message>
</context>
<context>
    <name>ChangeReason</name>
    <message>
        <source>窓口で測定</source>
        <translation>Measured at the desk</translation>
    </message>
    <message>
        <source>本人・保護者から聞き取り</source>
        <translation>Told by the person or guardian</translation>
    </message>
    <message>
        <source>記入まちがい</source>
        <translation>Slip in the entry</translation>
    </message>
    <message>
        <source>医師の指示</source>
        <translation>Doctor&apos;s instruction</translation>
    </message>
</context>
<context>
    <name>CupsState</name>
    <message>
        <source>プリンターにつながりません</source>
        <translation>The printer cannot be reached</translation>
    </message>
    <message>
        <source>プリンターの電源が切れています</source>
        <translation>The printer is switched off</translation>
    </message>
    <message>
        <source>プリンターが答えません</source>
        <translation>The printer does not answer</translation>
    </message>
    <message>
        <source>プリンターにつないでいます</source>
        <translation>Connecting to the printer</translation>
    </message>
    <message>
        <source>紙がつまっています</source>
        <translation>Paper jam</translation>
    </message>
    <message>
        <source>用紙がありません</source>
        <translation>Out of paper</translation>
    </message>
    <message>
        <source>用紙を入れてください</source>
        <translation>Please load paper</translation>
    </message>
    <message>
        <source>用紙トレイがありません</source>
        <translation>The paper tray is missing</translation>
    </message>
    <message>
        <source>カバーが開いています</source>
        <translation>A cover is open</translation>
    </message>
    <message>
        <source>ドアが開いています</source>
        <translation>A door is open</translation>
    </message>
    <message>
        <source>トナーがありません</source>
        <translation>Out of toner</translation>
    </message>
    <message>
        <source>インクがありません</source>
        <translation>Out of ink</translation>
    </message>
    <message>
        <source>廃トナー・廃インクがいっぱいです</source>
        <translation>The waste toner or ink box is full</translation>
    </message>
    <message>
        <source>排紙トレイがいっぱいです</source>
        <translation>The output tray is full</translation>
    </message>
    <message>
        <source>印刷待ちがいっぱいです</source>
        <translation>The print queue is full</translation>
    </message>
    <message>
        <source>一時停止しています</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>用紙が残り少なくなっています</source>
        <translation>Paper is running low</translation>
    </message>
    <message>
        <source>トナーが残り少なくなっています</source>
        <translation>Toner is running low</translation>
    </message>
    <message>
        <source>インクが残り少なくなっています</source>
        <translation>Ink is running low</translation>
    </message>
    <message>
        <source>印刷を受け付けていません</source>
        <translation>Not accepting jobs</translation>
    </message>
    <message>
        <source>止まっています</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>プリンターの表示を確かめてください</source>
        <translation>See the printer&apos;s display</translation>
    </message>
    <message>
        <source>印刷しています</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>使えます</source>
        <translation>Ready</translation>
    </message>
</context>
<context>
    <name>DayPresenter</name>
    <message>
        <source>残り %1件</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>PMHの注意 %1件</source>
        <translation>PMH warnings: %1</translation>
    </message>
    <message>
        <source>表示していない質問</source>
        <translation>A covered question</translation>
    </message>
    <message>
        <source>失敗</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>提出済</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>提出を確認中</source>
        <translation>Submission being checked</translation>
    </message>
    <message>
        <source>PMHに届いたか、まだわかりません。</source>
        <translation>It is not known yet whether it reached PMH.</translation>
    </message>
    <message>
        <source>競合</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>PMHに別の回答が保存されています。</source>
        <translation>PMH holds another answer.</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>見るだけ</source>
        <translation>View only</translation>
    </message>
    <message>
        <source>提出しません</source>
        <translation>Not submitted</translation>
    </message>
    <message>
        <source>提出できます</source>
        <translation>Ready to submit</translation>
    </message>
    <message>
        <source>確認前</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>前回の情報なし</source>
        <translation>No previous dose known</translation>
    </message>
    <message>
        <source>%1日前</source>
        <translation>%1 days ago</translation>
    </message>
    <message>
        <source>%1&#x3000;%2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1件を提出しました</source>
        <translation>%1 submitted</translation>
    </message>
    <message>
        <source>%1件は提出を確認中です</source>
        <translation>%1 being checked</translation>
    </message>
    <message>
        <source>%1件は提出できませんでした</source>
        <translation>%1 could not be submitted</translation>
    </message>
    <message>
        <source>%1件はまだです</source>
        <translation>%1 still to do</translation>
    </message>
    <message>
        <source>。</source>
        <translation>. </translation>
    </message>
    <message>
        <source>送信しています…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>順番を待っています</source>
        <translation>Waiting for its turn</translation>
    </message>
    <message>
        <source>%1を送信しています（あと%2件）</source>
        <translation>Sending %1 (%2 to follow)</translation>
    </message>
    <message>
        <source>紙で提出することにしています。</source>
        <translation>It is to be handed in on paper.</translation>
    </message>
</context>
<context>
    <name>DayQuestions</name>
    <message>
        <source>%1ページ</source>
        <translation>Page %1</translation>
    </message>
    <message>
        <source>回答が違う</source>
        <translation>Answers differ</translation>
    </message>
    <message>
        <source>（表示していません）</source>
        <translation>(covered)</translation>
    </message>
    <message>
        <source>（回答なし）</source>
        <translation>(no answer)</translation>
    </message>
    <message>
        <source>回答がありません</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>前回の回答から引き継ぎ</source>
        <translation>Taken over from the last answer</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>共通：%1件すべて</source>
        <translation>Shared by all %1</translation>
    </message>
    <message>
        <source>共通：%1</source>
        <translation>Shared: %1</translation>
    </message>
    <message>
        <source>共通の質問&#x3000;%1問</source>
        <translation>Shared questions: %1</translation>
    </message>
    <message>
        <source>%1だけの質問&#x3000;%2問</source>
        <translation>Only %1: %2 questions</translation>
    </message>
</context>
<context>
    <name>ErrorTable</name>
    <message>
        <source>職員が確認していますので、少しお待ちください。</source>
        <translation>The staff are checking. Please wait a moment.</translation>
    </message>
    <message>
        <source>ただいまこの画面では手続きを進められません。受付の職員にお声がけください。</source>
        <translation>This screen cannot go on at the moment. Please speak to the reception staff.</translation>
    </message>
    <message>
        <source>証明書をいま画面に出せません。職員が確認しますので、少しお待ちください。</source>
        <translation>The certificate cannot be shown right now. The staff are checking; please wait a moment.</translation>
    </message>
    <message>
        <source>印刷の準備をしています。少しお待ちください。</source>
        <translation>The print is being prepared. Please wait a moment.</translation>
    </message>
    <message>
        <source>情報の連携先につながりません</source>
        <translation>The data service cannot be reached</translation>
    </message>
    <message>
        <source>入力した内容はこの画面に残っています。インターネットの接続を確かめて「もう一度」を押してください。続くときは紙で受け付けてください。</source>
        <translation>What you entered is still on this screen. Check the internet connection and press &quot;Try again&quot;. If it goes on, use paper.</translation>
    </message>
    <message>
        <source>回線、プロキシ、DNSを診断画面で確認してください。</source>
        <translation>Check the line, proxy and DNS in the diagnosis screen.</translation>
    </message>
    <message>
        <source>連携先からの返事が遅れています</source>
        <translation>The data service is slow to answer</translation>
    </message>
    <message>
        <source>少し待って「もう一度」を押してください。入力した内容は残っています。</source>
        <translation>Wait a little and press &quot;Try again&quot;. What you entered is kept.</translation>
    </message>
    <message>
        <source>制限時間内に応答がありません。回線の混雑と、プロファイルのlimitsを確認してください。</source>
        <translation>No answer in time. Check the load of the line and the limits in the profile.</translation>
    </message>
    <message>
        <source>連携先の安全を確かめられません</source>
        <translation>The data service&apos;s identity could not be confirmed</translation>
    </message>
    <message>
        <source>安全のため通信を止めました。この表示を消して進む方法はありません。紙で受け付け、IT担当者に連絡してください。</source>
        <translation>The connection was stopped for safety. There is no way to dismiss this and go on. Use paper, and contact your IT staff.</translation>
    </message>
    <message>
        <source>TLS 1.2以上での接続、または相手の証明書の検証に失敗しました。時計、プロキシ、pins、中間で通信を開く機器を確認してください。</source>
        <translation>TLS 1.2 or later or the check of the other side&apos;s certificate failed. Check the clock, proxy, pins and devices that open connections.</translation>
    </message>
    <message>
        <source>許可されていない相手への通信を止めました</source>
        <translation>A connection to a host that is not allowed was stopped</translation>
    </message>
    <message>
        <source>通信は行われていません。紙で受け付け、IT担当者に連絡してください。</source>
        <translation>No connection was made. Use paper, and contact your IT staff.</translation>
    </message>
    <message>
        <source>接続先がプロファイルのallowedHostsにありません。転送先と設定を確認してください。</source>
        <translation>The host is not in allowedHosts of the profile. Check redirects and settings.</translation>
    </message>
    <message>
        <source>連携先の返事を読み取れません</source>
        <translation>The data service&apos;s answer could not be read</translation>
    </message>
    <message>
        <source>「もう一度」を押してください。同じ表示になるときは、その部分だけ紙で確認してください。ほかの情報は使えます。</source>
        <translation>Press &quot;Try again&quot;. If it is the same, check this part on paper. Other information can be used.</translation>
    </message>
    <message>
        <source>応答が正しいJSONではありません。詳細欄の位置を確認し、続くときは運営の窓口に連絡してください。</source>
        <translation>The answer is not valid JSON. See the place in the details; if it goes on, contact the operator.</translation>
    </message>
    <message>
        <source>連携された情報の一部を読み取れません</source>
        <translation>Part of the linked information could not be read</translation>
    </message>
    <message>
        <source>読み取れない項目は「%1」です。その部分は紙や聞き取りで確認してください。ほかの情報は使えます。</source>
        <translation>The item that could not be read is &quot;%1&quot;. Check that part on paper or by asking. Other information can be used.</translation>
    </message>
    <message>
        <source>項目の型が仕様と違います。項目名と詳細欄を添えて、運営の窓口に連絡してください。</source>
        <translation>An item has another type than specified. Send its name and the details to the operator.</translation>
    </message>
    <message>
        <source>連携された情報が大きすぎます</source>
        <translation>The linked information is too large</translation>
    </message>
    <message>
        <source>この情報はこの端末では表示できません。紙で確認してください。ほかの情報は使えます。</source>
        <translation>This information cannot be shown at this terminal. Check it on paper. Other information can be used.</translation>
    </message>
    <message>
        <source>応答がプロファイルの上限を超えました。上限は%1バイトです。maxJsonBytesとmaxPdfBytesを確認してください。</source>
        <translation>The answer exceeds the profile&apos;s limit. The limit is %1 bytes. Check maxJsonBytes and maxPdfBytes.</translation>
    </message>
    <message>
        <source>連携された情報に必要な項目がありません</source>
        <translation>The linked information lacks a required item</translation>
    </message>
    <message>
        <source>足りない項目は「%1」です。その部分は紙や聞き取りで確認してください。「ない」という意味ではありません。</source>
        <translation>The missing item is &quot;%1&quot;. Check that part on paper or by asking. It does not mean &quot;none&quot;.</translation>
    </message>
    <message>
        <source>仕様で必須の項目が応答にありません。項目名と詳細欄を添えて、運営の窓口に連絡してください。</source>
        <translation>A required item is missing from the answer. Send its name and the details to the operator.</translation>
    </message>
    <message>
        <source>連携先が受け付けませんでした</source>
        <translation>The data service did not accept it</translation>
    </message>
    <message>
        <source>送った内容は登録されていません。入力内容を確かめて、もう一度送ってください。同じ表示になるときは紙で受け付けてください。</source>
        <translation>What you sent was not registered. Check the entries and send again. If it is the same, use paper.</translation>
    </message>
    <message>
        <source>要求が仕様に合わないとして拒まれました。詳細欄の公開コードと位置を確認してください。</source>
        <translation>The request was refused as not following the specification. See the public code and place in the details.</translation>
    </message>
    <message>
        <source>連携の有効な時間が過ぎました</source>
        <translation>The time of the link has run out</translation>
    </message>
    <message>
        <source>続けるために、もう一度カードを置いて同意をお願いします。</source>
        <translation>To go on, please put down your card and give your consent again.</translation>
    </message>
    <message>
        <source>入力した内容は残っています。患者さんにカードの用意をお願いし、同意のあと続けてください。</source>
        <translation>What you entered is kept. Ask the patient for the card, and go on after the consent.</translation>
    </message>
    <message>
        <source>401 E4011です。時計が進んでいないか確認してください。</source>
        <translation>401 E4011. Check that the clock is not fast.</translation>
    </message>
    <message>
        <source>連携の同意が取り消されています</source>
        <translation>The consent to the link was withdrawn</translation>
    </message>
    <message>
        <source>連携の同意が取り消されているため、情報を受け取れません。続けるときは、もう一度同意をお願いします。</source>
        <translation>The consent to the link was withdrawn, so no information can be received. To go on, please give your consent again.</translation>
    </message>
    <message>
        <source>入力した内容は残っています。ご本人の意思を確かめ、希望されるときは同意からやり直してください。希望されないときは紙で受け付けてください。</source>
        <translation>What you entered is kept. Ask what the patient wishes: start from the consent again, or use paper.</translation>
    </message>
    <message>
        <source>403 E4031です。端末の問題ではありません。</source>
        <translation>403 E4031. This terminal is not the cause.</translation>
    </message>
    <message>
        <source>この情報には同意をいただいていません</source>
        <translation>There is no consent for this information</translation>
    </message>
    <message>
        <source>この情報は連携されていません。ご希望のときは、改めて同意をお願いします。</source>
        <translation>This information is not linked. If you wish it, please give your consent again.</translation>
    </message>
    <message>
        <source>必要なときだけ、目的を説明して新しく同意をいただいてください。</source>
        <translation>Only where it is needed, explain the purpose and ask for a new consent.</translation>
    </message>
    <message>
        <source>403 E4032です。対応は不要です。</source>
        <translation>403 E4032. Nothing to do.</translation>
    </message>
    <message>
        <source>先に利用の登録が必要です</source>
        <translation>A registration is needed first</translation>
    </message>
    <message>
        <source>希望される方には登録の画面を案内し、そのあと同意からやり直してください。</source>
        <translation>Show the registration screen to those who wish it, then start from the consent again.</translation>
    </message>
    <message>
        <source>403 E4033です。対応は不要です。</source>
        <translation>403 E4033. Nothing to do.</translation>
    </message>
    <message>
        <source>該当する情報が見つかりません</source>
        <translation>No such information was found</translation>
    </message>
    <message>
        <source>一覧を取り直してください。それでも出ないときは、ご本人と自治体からの案内を確認してください。</source>
        <translation>Load the list again. If it is still missing, check the person and the municipality&apos;s notice.</translation>
    </message>
    <message>
        <source>404 E4041です。要求した識別子が別の人のものか、すでにありません。</source>
        <translation>404 E4041. The identifier is another person&apos;s or no longer exists.</translation>
    </message>
    <message>
        <source>この予診票・問診票は受付が終わっています</source>
        <translation>This questionnaire can no longer be answered</translation>
    </message>
    <message>
        <source>内容の変更はできません。変更が必要なときは、自治体に確認するか紙で対応してください。</source>
        <translation>It cannot be changed. If a change is needed, ask the municipality or use paper.</translation>
    </message>
    <message>
        <source>409 E4091です。対応は不要です。</source>
        <translation>409 E4091. Nothing to do.</translation>
    </message>
    <message>
        <source>すでに提出済みのため下書きにはできません</source>
        <translation>It was submitted already and cannot become a draft</translation>
    </message>
    <message>
        <source>提出済みの回答を直すときは「提出」を選んでください。入力した内容は残っています。</source>
        <translation>To correct submitted answers choose &quot;Submit&quot;. What you entered is kept.</translation>
    </message>
    <message>
        <source>409 E4092です。対応は不要です。</source>
        <translation>409 E4092. Nothing to do.</translation>
    </message>
    <message>
        <source>送る内容が大きすぎます</source>
        <translation>What is to be sent is too large</translation>
    </message>
    <message>
        <source>登録されていません。自由記入の文を短くして、もう一度送ってください。</source>
        <translation>It was not registered. Shorten the free texts and send again.</translation>
    </message>
    <message>
        <source>413 E4131です。送信の大きさの上限を超えました。</source>
        <translation>413 E4131. The size limit for requests was exceeded.</translation>
    </message>
    <message>
        <source>連携先が混み合っています</source>
        <translation>The data service is busy</translation>
    </message>
    <message>
        <source>%1秒ほど待ってから「もう一度」を押してください。入力した内容は残っています。</source>
        <translation>Wait about %1 seconds, then press &quot;Try again&quot;. What you entered is kept.</translation>
    </message>
    <message>
        <source>429です。同じ回線の端末数とプロファイルのrequestsPerSecondを確認してください。</source>
        <translation>429. Check how many terminals share the line, and requestsPerSecond in the profile.</translation>
    </message>
    <message>
        <source>連携先は点検中です</source>
        <translation>The data service is under maintenance</translation>
    </message>
    <message>
        <source>ただいま連携のサービスは点検中です。今日は紙で受付ができます。</source>
        <translation>The linking service is under maintenance. You can check in on paper today.</translation>
    </message>
    <message>
        <source>紙で受け付けるか、再開後にもう一度送ってください。点検は%1までの予定です。入力した内容は下書きに残せます。</source>
        <translation>Use paper, or send again when it is back. Maintenance is planned until %1. What you entered can be kept as a draft.</translation>
    </message>
    <message>
        <source>503 E5031です。サービスのお知らせを確認してください。</source>
        <translation>503 E5031. See the notices of the service.</translation>
    </message>
    <message>
        <source>連携先で問題が起きています</source>
        <translation>The data service has a problem</translation>
    </message>
    <message>
        <source>少し待って「もう一度」を押してください。続くときは紙で受け付けてください。</source>
        <translation>Wait a little and press &quot;Try again&quot;. If it goes on, use paper.</translation>
    </message>
    <message>
        <source>5xxの応答です。詳細欄の状態とコードを添えて、運営の窓口に連絡してください。</source>
        <translation>A 5xx answer. Send the status and code in the details to the operator.</translation>
    </message>
    <message>
        <source>連携先の処理がまだ終わっていません</source>
        <translation>The data service has not finished yet</translation>
    </message>
    <message>
        <source>少し待って、結果をもう一度確認してください。</source>
        <translation>Wait a little, then check the result again.</translation>
    </message>
    <message>
        <source>/pmh/resultが制限時間内に結果を返しませんでした。続くときは運営の窓口に連絡してください。</source>
        <translation>/pmh/result gave no result in time. If it goes on, contact the operator.</translation>
    </message>
    <message>
        <source>登録されたかどうかを確認しています</source>
        <translation>Checking whether it was registered</translation>
    </message>
    <message>
        <source>送った内容が登録されたかどうか、まだ分かりません。もう一度送らずに「結果を確認」を押してください。入力した内容は残っています。</source>
        <translation>It is not known yet whether it was registered. Do not send it again; press &quot;Check the result&quot;. What you entered is kept.</translation>
    </message>
    <message>
        <source>登録の応答が失われました。読み返して照合するまで、プログラムは再送しません。</source>
        <translation>The answer to the registration was lost. The program does not send again before it has read back and compared.</translation>
    </message>
    <message>
        <source>別の内容が登録されています</source>
        <translation>Something else is registered</translation>
    </message>
    <message>
        <source>送った内容とも元の内容とも違う回答が登録されています。並べて表示しますので、ご本人に確かめてどれを使うか選んでください。</source>
        <translation>The registered answers are neither yours nor the earlier ones. They are shown side by side: ask the patient and choose.</translation>
    </message>
    <message>
        <source>同時に別の更新がありました。端末の問題ではありません。</source>
        <translation>There was another change at the same time. This terminal is not the cause.</translation>
    </message>
    <message>
        <source>確認している間に回答が変わりました</source>
        <translation>The answers changed during the review</translation>
    </message>
    <message>
        <source>ご本人などが別の場所で回答を直しています。新しい内容を並べて表示しますので、確かめてから送ってください。まだ何も上書きしていません。</source>
        <translation>The answers were changed elsewhere, perhaps by the patient. The new ones are shown side by side: check them, then send. Nothing has been overwritten.</translation>
    </message>
    <message>
        <source>登録の直前に読み返した回答が、確認を始めたときと違いました。対応は不要です。</source>
        <translation>Just before the registration the stored answers were not those that the review began from. Nothing to do.</translation>
    </message>
    <message>
        <source>接続の設定に誤りがあります</source>
        <translation>The connection settings have a mistake</translation>
    </message>
    <message>
        <source>この端末の設定が終わるまで、紙で受け付けてください。IT担当者に連絡してください。</source>
        <translation>Use paper until this terminal is set up. Contact your IT staff.</translation>
    </message>
    <message>
        <source>接続プロファイルを直してください。場所は%1です。知らない項目、足りない項目、httpsでないURLは受け付けません。</source>
        <translation>Correct the connection profile. The place is %1. Unknown or missing keys and addresses that are not https are refused.</translation>
    </message>
    <message>
        <source>別の人の情報が返ってきました</source>
        <translation>Another person&apos;s information came back</translation>
    </message>
    <message>
        <source>確認したいことがあるため、ここで手続きを止めました。受付の職員にお声がけください。</source>
        <translation>Something needs to be checked, so we stopped here. Please speak to the reception staff.</translation>
    </message>
    <message>
        <source>表示も印刷もしていません。ご本人のカードで最初からやり直すか、紙で受け付けてください。責任者に報告してください。</source>
        <translation>Nothing was shown or printed. Start again with the patient&apos;s own card, or use paper. Report it to the person in charge.</translation>
    </message>
    <message>
        <source>連携で結ばれた人と、返された基本5情報の人が違います。監査記録を保全し、運営の窓口に連絡してください。</source>
        <translation>The linked person and the basic five information that came back differ. Keep the audit log and contact the operator.</translation>
    </message>
    <message>
        <source>PC/SCサービス（Linuxはpcscd、WindowsはSmart Card）が起動しているか、このユーザーに利用の権限があるかを確認してください。復旧後は自動でつながります。</source>
        <translation>Check that the PC/SC service (pcscd on Linux, Smart Card on Windows) is running and that this user may use it. The program reconnects by itself.</translation>
    </message>
    <message>
        <source>OSがリーダーを認識しているか（lsusb、デバイスマネージャー）、ドライバー、設定card.readers.allowとcard.readers.denyを確認してください。</source>
        <translation>Check that the system sees the reader (lsusb, Device Manager), its driver, and the settings card.readers.allow and card.readers.deny.</translation>
    </message>
    <message>
        <source>カードをそのまま置いて、少しお待ちください。</source>
        <translation>Please leave your card where it is and wait a moment.</translation>
    </message>
    <message>
        <source>別のプロセスが排他モードでリーダーを使用しています（共有違反）。常駐するカード管理ソフトを確認してください。</source>
        <translation>Another process uses the reader exclusively (sharing violation). Look for card tools that run in the background.</translation>
    </message>
    <message>
        <source>リーダーのドライバー、USBの省電力設定、金属の机による電波の妨げを確認してください。診断画面に戻り値が残っています。</source>
        <translation>Check the reader&apos;s driver, USB power saving, and metal desks that disturb the radio field. The return value is in the diagnosis screen.</translation>
    </message>
    <message>
        <source>操作は不要です。同じ端末で繰り返すときは、リーダーの接触とカードの置き場所を確認してください。</source>
        <translation>Nothing to do. If this repeats at the same place, check the reader&apos;s contact and where the card is put.</translation>
    </message>
    <message>
        <source>カードから応答がありません（ATRなし）。リーダーの種類（接触・非接触）と、机や周囲の金属の影響を確認してください。</source>
        <translation>The card does not answer (no ATR). Check the kind of reader (contact or contactless) and metal in the desk or nearby.</translation>
    </message>
    <message>
        <source>手続き中にカードが入れ替わった、または別のソフトがカードをリセットしました。監査記録で時刻を確認してください。</source>
        <translation>The card was exchanged, or another program reset it. Check the time in the audit log.</translation>
    </message>
    <message>
        <source>カードの情報を読み取れませんでした</source>
        <translation>The card&apos;s information could not be read</translation>
    </message>
    <message>
        <source>カードを置き直してもらってください。同じカードで繰り返すときは、紙で受け付け、カードは市区町村の窓口で確認するよう案内してください。</source>
        <translation>Ask the patient to put the card down again. If the same card fails again, use paper and suggest having the card checked at the municipal office.</translation>
    </message>
    <message>
        <source>カードの応答が短い、または形式に合いません。詳細欄の命令と状態語を確認し、別のリーダーでも試してください。</source>
        <translation>The card&apos;s answer is too short or malformed. See the command and status word in the details, and try another reader.</translation>
    </message>
    <message>
        <source>マイナンバーカードではないようです</source>
        <translation>This does not seem to be a My Number Card</translation>
    </message>
    <message>
        <source>JPKIのアプリケーションを選択できませんでした。マイナンバーカードで起きるときは、リーダーの対応規格を確認してください。</source>
        <translation>The JPKI application could not be selected. If this happens with My Number Cards, check which standards the reader supports.</translation>
    </message>
    <message>
        <source>スマートフォンの電子証明書が検出されました。この版ではカードのみに対応しています。</source>
        <translation>A smartphone&apos;s certificate was found. This version supports cards only.</translation>
    </message>
    <message>
        <source>暗証番号が違います</source>
        <translation>The PIN is not right</translation>
    </message>
    <message>
        <source>暗証番号が違うようです。あと%1回入力できます。数字4桁の暗証番号を、ゆっくり確かめて入力してください。</source>
        <translation>The PIN does not seem to be right. You can try %1 more time(s). Please take your time and enter the four digits again.</translation>
    </message>
    <message>
        <source>残り回数を伝え、思い出せないときは入力を続けずに紙の受付へ案内してください。職員が代わりに入力しないでください。</source>
        <translation>Tell the patient how many tries are left. If the PIN is not remembered, stop and use paper. Do not enter it for the patient.</translation>
    </message>
    <message>
        <source>カードが暗証番号を拒みました。対応は不要です。残り回数はカードが数えています。</source>
        <translation>The card refused the PIN. Nothing to do. The card itself counts the tries.</translation>
    </message>
    <message>
        <source>暗証番号の桁数が違います</source>
        <translation>The PIN does not have the right length</translation>
    </message>
    <message>
        <source>暗証番号は数字4桁です。もう一度入力してください。カードにはまだ送っていないので、入力できる回数は減っていません。</source>
        <translation>The PIN has four digits. Please enter it again. It was not sent to the card, so you have not lost a try.</translation>
    </message>
    <message>
        <source>数字4桁の利用者証明用の暗証番号を入力するよう案内してください。</source>
        <translation>Ask for the four-digit PIN of the user certificate.</translation>
    </message>
    <message>
        <source>カードには送信していません。対応は不要です。</source>
        <translation>Nothing was sent to the card. Nothing to do.</translation>
    </message>
    <message>
        <source>暗証番号の入力はあと1回です</source>
        <translation>One try is left for the PIN</translation>
    </message>
    <message>
        <source>カードの残り回数が1です。対応は不要です。</source>
        <translation>The card has one try left. Nothing to do.</translation>
    </message>
    <message>
        <source>暗証番号の送信後に応答がありませんでした。プログラムは再送していません。リーダーと接続を確認してください。</source>
        <translation>There was no answer after the PIN was sent. The program did not send it again. Check the reader and its connection.</translation>
    </message>
    <message>
        <source>利用者証明用電子証明書の期限切れです。多くのカードで続くときは、このパソコンの時計を確認してください。</source>
        <translation>The user certificate has expired. If this happens with many cards, check this computer&apos;s clock.</translation>
    </message>
    <message>
        <source>このパソコンの日付と時刻が正しいかを確かめてください。正しいときは紙で受け付けてください。</source>
        <translation>Check this computer&apos;s date and time. If they are right, use paper.</translation>
    </message>
    <message>
        <source>時刻同期を確認してください。時計が遅れていると、新しい証明書がこの表示になります。</source>
        <translation>Check the time synchronisation. If the clock is slow, new certificates look like this.</translation>
    </message>
    <message>
        <source>利用者証明用電子証明書がない、読めない、または用途や形式が規格に合いません。詳細欄を確認してください。</source>
        <translation>The user certificate is missing, unreadable, or its purpose or form is not as the standard says. See the details.</translation>
    </message>
    <message>
        <source>もう一度だけカードを置いてもらい、同じ表示になるときは紙で受け付け、IT担当者に連絡してください。</source>
        <translation>Ask for the card once more only. If it fails again, use paper and contact your IT staff.</translation>
    </message>
    <message>
        <source>カードの署名が証明書の公開鍵で検証できません。カードの入れ替え、または不正なカードの可能性があります。監査記録を保全してください。</source>
        <translation>The card&apos;s signature does not fit the public key of its certificate. The card may have been exchanged or forged. Keep the audit log.</translation>
    </message>
    <message>
        <source>券面事項入力補助の基本4情報を読めないか、署名の検証に失敗しました。信頼フォルダーbasic-infoの証明書を確認してください。</source>
        <translation>The basic four information could not be read, or its signature could not be verified. Check the certificates in the trust folder basic-info.</translation>
    </message>
    <message>
        <source>紙で受け付け、表示されている番号をIT担当者に伝えてください。</source>
        <translation>Use paper, and tell your IT staff the number shown.</translation>
    </message>
    <message>
        <source>許可一覧にないカード命令を送る前に拒みました。プログラムの不具合です。詳細欄を添えて提供元に連絡してください。</source>
        <translation>A command that is not on the list was refused before it was sent. This is a fault of the program. Send the details to the supplier.</translation>
    </message>
    <message>
        <source>証明書のデータが壊れています</source>
        <translation>The certificate&apos;s data is damaged</translation>
    </message>
    <message>
        <source>一覧から取り直してください。同じ表示になるときは、自治体に証明書の発行を確認してください。</source>
        <translation>Load it again from the list. If it is the same, ask the municipality about the certificate.</translation>
    </message>
    <message>
        <source>pdfDataがRFC 4648のbase64ではありません。詳細欄の位置を添えて、運営の窓口に連絡してください。</source>
        <translation>pdfData is not base64 of RFC 4648. Send the place in the details to the operator.</translation>
    </message>
    <message>
        <source>証明書のデータが大きすぎます</source>
        <translation>The certificate&apos;s data is too large</translation>
    </message>
    <message>
        <source>この端末では表示できません。自治体に証明書の発行を確認してください。</source>
        <translation>It cannot be shown at this terminal. Ask the municipality about the certificate.</translation>
    </message>
    <message>
        <source>大きさの上限を超えました。上限は%1バイトです。プロファイルのmaxPdfBytesを確認してください。</source>
        <translation>The size limit is exceeded. The limit is %1 bytes. Check maxPdfBytes in the profile.</translation>
    </message>
    <message>
        <source>証明書ではないデータが返ってきました</source>
        <translation>What came back is not a certificate</translation>
    </message>
    <message>
        <source>安全のため開いていません。自治体に証明書の発行を確認してください。</source>
        <translation>It was not opened, for safety. Ask the municipality about the certificate.</translation>
    </message>
    <message>
        <source>先頭がPDFの印ではありません。詳細欄を添えて、運営の窓口に連絡してください。</source>
        <translation>It does not begin with the mark of a PDF. Send the details to the operator.</translation>
    </message>
    <message>
        <source>証明書のページ数が多すぎます</source>
        <translation>The certificate has too many pages</translation>
    </message>
    <message>
        <source>ページ数の上限を超えました。上限は%1ページです。</source>
        <translation>The limit of pages is exceeded. The limit is %1 pages.</translation>
    </message>
    <message>
        <source>証明書の用紙の大きさが正しくありません</source>
        <translation>The certificate&apos;s paper size is not right</translation>
    </message>
    <message>
        <source>ページの寸法が上限を超えています。超えているのは%1ページ目です。</source>
        <translation>A page exceeds the size limit. It is page %1.</translation>
    </message>
    <message>
        <source>証明書に鍵がかかっています</source>
        <translation>The certificate is locked</translation>
    </message>
    <message>
        <source>この端末では開けません。自治体に証明書の発行を確認してください。</source>
        <translation>It cannot be opened at this terminal. Ask the municipality about the certificate.</translation>
    </message>
    <message>
        <source>PDFが暗号化されています。パスワードの入力には対応していません。</source>
        <translation>The PDF is encrypted. Entering a password is not supported.</translation>
    </message>
    <message>
        <source>証明書を開けません</source>
        <translation>The certificate cannot be opened</translation>
    </message>
    <message>
        <source>PDFの構造を読めません。詳細欄を確認してください。</source>
        <translation>The structure of the PDF could not be read. See the details.</translation>
    </message>
    <message>
        <source>証明書の表示が止まりました</source>
        <translation>The display of the certificate stopped</translation>
    </message>
    <message>
        <source>「もう一度」を押してください。同じ表示になるときは、この証明書は開かずに自治体へ確認してください。ほかの画面は使えます。</source>
        <translation>Press &quot;Try again&quot;. If it is the same, leave this certificate closed and ask the municipality. Other screens can be used.</translation>
    </message>
    <message>
        <source>uketsuke-pdfが異常終了しました。詳細欄の終了の理由を確認してください。</source>
        <translation>uketsuke-pdf ended abnormally. See the reason in the details.</translation>
    </message>
    <message>
        <source>証明書の表示に時間がかかりすぎています</source>
        <translation>The display of the certificate takes too long</translation>
    </message>
    <message>
        <source>表示を止めました。「もう一度」を押し、同じ表示になるときは自治体へ確認してください。</source>
        <translation>The display was stopped. Press &quot;Try again&quot;; if it is the same, ask the municipality.</translation>
    </message>
    <message>
        <source>uketsuke-pdfが制限時間内に応答せず、終了させました。</source>
        <translation>uketsuke-pdf did not answer in time and was ended.</translation>
    </message>
    <message>
        <source>証明書を表示する準備ができていません</source>
        <translation>Certificates cannot be shown yet</translation>
    </message>
    <message>
        <source>IT担当者に連絡してください。受付と予診票・問診票の確認は続けられます。</source>
        <translation>Contact your IT staff. Reception and the review of questionnaires can go on.</translation>
    </message>
    <message>
        <source>uketsuke-pdfが見つからないか、制限の設定（Landlock、seccomp、AppContainer）ができず起動しませんでした。</source>
        <translation>uketsuke-pdf was not found, or did not start because its limits (Landlock, seccomp, AppContainer) could not be set.</translation>
    </message>
    <message>
        <source>証明書の名前がこの人と違います</source>
        <translation>The name on the certificate is not this person&apos;s</translation>
    </message>
    <message>
        <source>確認したいことがあるため、証明書をお渡しできません。少しお待ちください。</source>
        <translation>Something needs to be checked, so the certificate cannot be handed out yet. Please wait a moment.</translation>
    </message>
    <message>
        <source>印刷を止めました。絶対に渡さず、氏名と生年月日を確かめ、責任者に報告してください。</source>
        <translation>Printing was stopped. Do not hand it out. Check name and birth date, and report it to the person in charge.</translation>
    </message>
    <message>
        <source>証明書の本文にある氏名または生年月日が、受付中の人と一致しません。監査記録を保全してください。</source>
        <translation>Name or birth date in the certificate differ from the person being received. Keep the audit log.</translation>
    </message>
    <message>
        <source>証明書の名前を自動で確かめられません</source>
        <translation>The name on the certificate cannot be checked automatically</translation>
    </message>
    <message>
        <source>証明書の内容を職員が確認しています。少しお待ちください。</source>
        <translation>The staff are checking the certificate. Please wait a moment.</translation>
    </message>
    <message>
        <source>証明書の氏名と生年月日を目で確かめ、「確認した」に印を付けてから印刷してください。</source>
        <translation>Check name and birth date on the certificate by eye and tick &quot;Confirmed&quot; before printing.</translation>
    </message>
    <message>
        <source>PDFに文字の情報がない（画像のみなど）ため、照合できません。</source>
        <translation>The PDF holds no text (an image only, …), so it cannot be compared.</translation>
    </message>
    <message>
        <source>プリンターが見つかりません</source>
        <translation>The printer was not found</translation>
    </message>
    <message>
        <source>プリンターの電源とケーブルを確かめてください。画面の証明書はそのまま使えます。</source>
        <translation>Check the printer&apos;s power and cable. The certificate on the screen can still be used.</translation>
    </message>
    <message>
        <source>設定print.printerの名前と、OSに登録されたプリンターを確認してください。</source>
        <translation>Check the name in the setting print.printer and the printers known to the system.</translation>
    </message>
    <message>
        <source>プリンターが止まっています</source>
        <translation>The printer is stopped</translation>
    </message>
    <message>
        <source>用紙、トナー・インク、紙づまりを確かめてください。直ると続きから印刷されます。</source>
        <translation>Check paper, toner or ink, and paper jams. Printing goes on by itself afterwards.</translation>
    </message>
    <message>
        <source>印刷の列が停止しています。OSの印刷画面で理由を確認してください。理由の表示は「%1」です。</source>
        <translation>The print queue is stopped. See the reason in the system&apos;s print screen. It says &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>印刷できませんでした</source>
        <translation>Printing failed</translation>
    </message>
    <message>
        <source>プリンターを確かめて「もう一度」を押してください。途中まで出た紙は、ほかの人に渡らないよう細断してください。</source>
        <translation>Check the printer and press &quot;Try again&quot;. Shred partly printed pages so that nobody else gets them.</translation>
    </message>
    <message>
        <source>印刷ジョブが失敗または取り消されました。OSの印刷画面と詳細欄を確認してください。</source>
        <translation>The print job failed or was cancelled. See the system&apos;s print screen and the details.</translation>
    </message>
    <message>
        <source>印刷が終わったか確認できません</source>
        <translation>It is not known whether printing has finished</translation>
    </message>
    <message>
        <source>紙が何枚出たかを確かめてください。足りないときだけ「もう一度」を押してください。</source>
        <translation>Count the pages that came out. Press &quot;Try again&quot; only if some are missing.</translation>
    </message>
    <message>
        <source>制限時間内に印刷の完了が報告されませんでした。残ったジョブは取り消しています。プリンターの状態を確認してください。</source>
        <translation>The end of the job was not reported in time. Remaining jobs were cancelled. Check the printer.</translation>
    </message>
    <message>
        <source>まだ答えていない質問があります</source>
        <translation>A question has not been answered yet</translation>
    </message>
    <message>
        <source>まだ答えていない質問があります。「%1」にお答えください。</source>
        <translation>A question has not been answered yet. Please answer &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>ご本人に確かめて入力してください。未回答は「%1」です。下書きとしてなら、このまま保存できます。</source>
        <translation>Ask the patient and enter the answer. Not answered is &quot;%1&quot;. It can be saved as a draft as it is.</translation>
    </message>
    <message>
        <source>必須の項目が空です。対応は不要です。</source>
        <translation>A required item is empty. Nothing to do.</translation>
    </message>
    <message>
        <source>数字が決められた範囲にありません</source>
        <translation>A number is outside its range</translation>
    </message>
    <message>
        <source>質問の定義の範囲を外れています。対応は不要です。</source>
        <translation>Outside the range of the question&apos;s definition. Nothing to do.</translation>
    </message>
    <message>
        <source>書き方が質問に合っていません</source>
        <translation>An answer is not written as the question asks</translation>
    </message>
    <message>
        <source>書き方をもう一度確かめてください。場所は「%1」です。</source>
        <translation>Please check how it is written. It is at &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>欄の上にある例のとおりに入力し直してください。場所は「%1」です。</source>
        <translation>Enter it as in the example above the field. It is at &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>値が回答の種類の形式に合いません。対応は不要です。</source>
        <translation>The value does not have the form of its answer type. Nothing to do.</translation>
    </message>
    <message>
        <source>文字数が多すぎます</source>
        <translation>A text is too long</translation>
    </message>
    <message>
        <source>文章を短くしてください。「%1」に入力できるのは%2文字までです。</source>
        <translation>Please shorten the text. &quot;%1&quot; takes up to %2 characters.</translation>
    </message>
    <message>
        <source>文章を短くしてください。「%1」に入力できるのは%2文字までです。入力した文は残っています。</source>
        <translation>Shorten the text. &quot;%1&quot; takes up to %2 characters. The text that you entered is kept.</translation>
    </message>
    <message>
        <source>最大文字数を超えています。対応は不要です。</source>
        <translation>The maximum length is exceeded. Nothing to do.</translation>
    </message>
    <message>
        <source>一緒に選べない答えが選ばれています</source>
        <translation>Answers are chosen that exclude each other</translation>
    </message>
    <message>
        <source>一緒に選べない答えが選ばれています。どちらかにしてください。場所は「%1」です。</source>
        <translation>Answers are chosen that exclude each other. Please keep one of them. It is at &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>どちらかの選択を外してください。場所は「%1」です。</source>
        <translation>Take one of the choices away. It is at &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>排他の選択肢がほかの選択肢と同時に選ばれています。対応は不要です。</source>
        <translation>An exclusive choice was chosen together with others. Nothing to do.</translation>
    </message>
    <message>
        <source>これ以上は追加できません</source>
        <translation>No more can be added</translation>
    </message>
    <message>
        <source>これ以上は追加できません。「%1」に入力できるのは%2件までです。</source>
        <translation>No more can be added. &quot;%1&quot; takes up to %2.</translation>
    </message>
    <message>
        <source>「%1」に入力できるのは%2件までです。入りきらない内容は、紙に控えて医師に伝えてください。</source>
        <translation>&quot;%1&quot; takes up to %2. Note the rest on paper and tell the doctor.</translation>
    </message>
    <message>
        <source>繰り返しの上限です。対応は不要です。</source>
        <translation>The limit of repeats. Nothing to do.</translation>
    </message>
    <message>
        <source>この欄は変更できません</source>
        <translation>This field cannot be changed</translation>
    </message>
    <message>
        <source>この欄は変更できません。違うところがあれば、職員にお知らせください。</source>
        <translation>This field cannot be changed. If something is wrong, please tell the staff.</translation>
    </message>
    <message>
        <source>この欄はこの端末では変更できません。違いがあるときは、記入した機関に確認してください。</source>
        <translation>This field cannot be changed at this terminal. If something is wrong, ask the place that wrote it.</translation>
    </message>
    <message>
        <source>読み取り専用の項目です。対応は不要です。</source>
        <translation>A read-only item. Nothing to do.</translation>
    </message>
    <message>
        <source>代わりに入力する同意がありません</source>
        <translation>There is no consent to enter answers for the patient</translation>
    </message>
    <message>
        <source>職員が代わりに入力してよいか、画面で確認させてください。</source>
        <translation>Please tell us on the screen whether the staff may enter answers for you.</translation>
    </message>
    <message>
        <source>ご本人か保護者に画面で確認していただくまで、職員は変更できません。「否希望」のときは、ご本人に入力していただくか紙で受け付けてください。</source>
        <translation>Staff cannot change anything until the patient or guardian has agreed on the screen. If the wish is &quot;no&quot;, the patient enters the answers or paper is used.</translation>
    </message>
    <message>
        <source>医療機関代理入力同意が「希望」ではありません。対応は不要です。</source>
        <translation>The consent to entry by the clinic is not &quot;yes&quot;. Nothing to do.</translation>
    </message>
    <message>
        <source>変更の理由を選んでください</source>
        <translation>Please choose the reason of the change</translation>
    </message>
    <message>
        <source>変更した項目ごとに、理由を一覧から選んでください。</source>
        <translation>Choose a reason from the list for each changed item.</translation>
    </message>
    <message>
        <source>職員による変更には理由の記録が必要です。対応は不要です。</source>
        <translation>Changes by staff need a recorded reason. Nothing to do.</translation>
    </message>
    <message>
        <source>確認していない注意があります</source>
        <translation>There are warnings that have not been confirmed</translation>
    </message>
    <message>
        <source>注意を一つずつ読み、「確認した」に印を付けてから送ってください。残りは%1件です。</source>
        <translation>Read the warnings one by one and tick &quot;Confirmed&quot; before sending. %1 left.</translation>
    </message>
    <message>
        <source>未確認の警告が残っています。対応は不要です。</source>
        <translation>Warnings have not been acknowledged. Nothing to do.</translation>
    </message>
    <message>
        <source>この予診票・問診票を正しく表示できません</source>
        <translation>This questionnaire cannot be shown correctly</translation>
    </message>
    <message>
        <source>この予診票・問診票は、この画面では表示できません。今日は紙で受付ができます。</source>
        <translation>This questionnaire cannot be shown on this screen. You can use paper today.</translation>
    </message>
    <message>
        <source>紙の予診票・問診票を使ってください。ほかの予診票・問診票は使えます。</source>
        <translation>Use the paper form. Other questionnaires can be used.</translation>
    </message>
    <message>
        <source>質問の定義が仕様に合いません（重複、条件の循環など）。詳細欄を添えて、運営の窓口に連絡してください。</source>
        <translation>The definition does not follow the specification (duplicates, circular conditions, …). Send the details to the operator.</translation>
    </message>
    <message>
        <source>該当する予診票・問診票がありません</source>
        <translation>There is no such questionnaire</translation>
    </message>
    <message>
        <source>一覧を取り直してください。それでも出ないときは紙で受け付けてください。</source>
        <translation>Load the list again. If it is still missing, use paper.</translation>
    </message>
    <message>
        <source>識別子に合う質問票がありません。詳細欄を確認してください。</source>
        <translation>No questionnaire has this identifier. See the details.</translation>
    </message>
    <message>
        <source>連携は行いませんでした</source>
        <translation>No linking was done</translation>
    </message>
    <message>
        <source>ご希望のとおり、情報の連携は行いませんでした。今日は紙で受付ができます。</source>
        <translation>As you wished, your information was not linked. You can check in on paper today.</translation>
    </message>
    <message>
        <source>紙の予診票・問診票で受け付けてください。連携しないことで不利益がないことを伝えてください。</source>
        <translation>Use the paper form. Make clear that there is no disadvantage.</translation>
    </message>
    <message>
        <source>ご本人が同意しませんでした。対応は不要です。</source>
        <translation>The person did not consent. Nothing to do.</translation>
    </message>
    <message>
        <source>この連携を使うには、はじめに一度だけ利用の登録が必要です。続けて登録するか、今日は紙で受け付けるかをお選びください。</source>
        <translation>To use this service you need to register once. You can register now, or check in on paper today.</translation>
    </message>
    <message>
        <source>希望される方には登録の画面を案内してください。登録のあと、もう一度同意をいただきます。</source>
        <translation>Show the registration screen to those who wish it. Consent is asked for again afterwards.</translation>
    </message>
    <message>
        <source>ポータルがregistration_requiredを返しました。対応は不要です。</source>
        <translation>The portal answered registration_required. Nothing to do.</translation>
    </message>
    <message>
        <source>電子証明書の期限のため登録できません</source>
        <translation>Registration failed because of the certificate&apos;s date</translation>
    </message>
    <message>
        <source>紙で受け付け、電子証明書の更新は市区町村の窓口でできることを案内してください。</source>
        <translation>Use paper, and explain that the certificate can be renewed at the municipal office.</translation>
    </message>
    <message>
        <source>連携のサービスが止まっています</source>
        <translation>The linking service is stopped</translation>
    </message>
    <message>
        <source>ただいま連携のサービスが止まっています。今日は紙で受付ができます。</source>
        <translation>The linking service is not available now. You can check in on paper today.</translation>
    </message>
    <message>
        <source>紙で受け付けてください。再開の予定が分かるときは待機画面に出ます。</source>
        <translation>Use paper. The idle screen shows when the service comes back, if that is known.</translation>
    </message>
    <message>
        <source>ポータルがtemporarily_unavailableを返したか、計画停止中です。サービスのお知らせを確認してください。</source>
        <translation>The portal answered temporarily_unavailable, or there is a planned stop. See the notices of the service.</translation>
    </message>
    <message>
        <source>連携のサービスで問題が起きています</source>
        <translation>The linking service has a problem</translation>
    </message>
    <message>
        <source>ただいま連携ができません。今日は紙で受付ができます。</source>
        <translation>Linking is not possible now. You can check in on paper today.</translation>
    </message>
    <message>
        <source>少し待って一度だけやり直し、同じ表示になるときは紙で受け付けてください。</source>
        <translation>Wait a little and try once more. If it is the same, use paper.</translation>
    </message>
    <message>
        <source>ポータルがserver_errorなどを返しました。詳細欄の応答を添えて、運営の窓口に連絡してください。</source>
        <translation>The portal answered server_error or the like. Send the answer in the details to the operator.</translation>
    </message>
    <message>
        <source>時間がたったため同意の画面を閉じました</source>
        <translation>The consent screen was closed after a while</translation>
    </message>
    <message>
        <source>しばらく操作がなかったため、安全のため画面を閉じました。もう一度はじめるときは、カードを置いてください。</source>
        <translation>Nothing was done for some time, so the screen was closed for your safety. To start again, please put down your card.</translation>
    </message>
    <message>
        <source>続けるかどうかを確かめ、必要ならもう一度はじめてください。操作に時間がかかる方には、そばでご案内ください。</source>
        <translation>Ask whether to go on, and start again if so. Stay beside people who need more time.</translation>
    </message>
    <message>
        <source>制限時間内に同意の結果が戻りませんでした。ブラウザーと通信の状態を確認してください。</source>
        <translation>No result of the consent came in time. Check the browser and the connection.</translation>
    </message>
    <message>
        <source>同意の画面を開けません</source>
        <translation>The consent screen cannot be opened</translation>
    </message>
    <message>
        <source>ただいま連携の画面を開けません。受付の職員にお声がけください。</source>
        <translation>The linking screen cannot be opened now. Please speak to the reception staff.</translation>
    </message>
    <message>
        <source>紙で受け付け、IT担当者に連絡してください。</source>
        <translation>Use paper, and contact your IT staff.</translation>
    </message>
    <message>
        <source>ブラウザーが見つからないか、実行できません。設定browser.commandと実行ユーザーを確認してください。</source>
        <translation>The browser was not found or could not be run. Check the setting browser.command and the user it runs as.</translation>
    </message>
    <message>
        <source>同意の画面が途中で閉じました</source>
        <translation>The consent screen closed on the way</translation>
    </message>
    <message>
        <source>画面が途中で閉じたため、連携は行われていません。もう一度はじめられます。</source>
        <translation>The screen closed on the way, so nothing was linked. You can start again.</translation>
    </message>
    <message>
        <source>もう一度はじめてください。繰り返すときは紙で受け付け、IT担当者に連絡してください。</source>
        <translation>Start again. If it repeats, use paper and contact your IT staff.</translation>
    </message>
    <message>
        <source>ブラウザーが結果を返す前に終了しました。詳細欄の終了コードと、テンプレートのプロフィールを確認してください。</source>
        <translation>The browser ended before it gave a result. See the exit code in the details and the template profile.</translation>
    </message>
    <message>
        <source>連携の結果を確かめられませんでした</source>
        <translation>The result of the linking could not be confirmed</translation>
    </message>
    <message>
        <source>安全のため、ここで手続きを止めました。情報は受け取っていません。もう一度はじめられます。</source>
        <translation>To keep your information safe, we stopped here. Nothing was received. You can start again.</translation>
    </message>
    <message>
        <source>最初からやり直してください。繰り返すときはIT担当者に連絡してください。</source>
        <translation>Start from the beginning. If it repeats, contact your IT staff.</translation>
    </message>
    <message>
        <source>戻りのstateが一致しません。別の画面からの応答か、攻撃の可能性があります。監査記録を確認してください。</source>
        <translation>The returned state does not match: an answer of another window, or an attack. Check the audit log.</translation>
    </message>
    <message>
        <source>連携の結果を読み取れませんでした</source>
        <translation>The result of the linking could not be read</translation>
    </message>
    <message>
        <source>連携の結果を受け取れませんでした。もう一度はじめるか、受付の職員にお声がけください。</source>
        <translation>The result of the linking was not received. Please start again or speak to the reception staff.</translation>
    </message>
    <message>
        <source>一度だけやり直し、同じ表示になるときは紙で受け付けてください。</source>
        <translation>Try once more. If it is the same, use paper.</translation>
    </message>
    <message>
        <source>戻りのURLに必要な項目がないか、形式が違います。接続プロファイルの設定を確認してください。</source>
        <translation>The returned address lacks a member or is malformed. Check the connection profile.</translation>
    </message>
    <message>
        <source>連携の結果を受け取る準備ができませんでした</source>
        <translation>The result of the linking cannot be received</translation>
    </message>
    <message>
        <source>一度だけやり直し、同じ表示になるときは紙で受け付け、IT担当者に連絡してください。</source>
        <translation>Try once more. If it is the same, use paper and contact your IT staff.</translation>
    </message>
    <message>
        <source>127.0.0.1の受け口を開けません。セキュリティソフトとポートの制限を確認してください。</source>
        <translation>The listener on 127.0.0.1 could not be opened. Check security software and port limits.</translation>
    </message>
    <message>
        <source>連携が認められませんでした</source>
        <translation>The linking was not accepted</translation>
    </message>
    <message>
        <source>連携を終えられませんでした。もう一度はじめるか、受付の職員にお声がけください。</source>
        <translation>The linking could not be completed. Please start again or speak to the reception staff.</translation>
    </message>
    <message>
        <source>最初からやり直してください。繰り返すときは紙で受け付け、IT担当者に連絡してください。</source>
        <translation>Start from the beginning. If it repeats, use paper and contact your IT staff.</translation>
    </message>
    <message>
        <source>連携の返事を読み取れませんでした</source>
        <translation>The answer of the linking could not be read</translation>
    </message>
    <message>
        <source>トークンの応答が規定の形ではありません。詳細欄の位置を添えて、運営の窓口に連絡してください。</source>
        <translation>The token&apos;s answer is not in the agreed form. Send the place in the details to the operator.</translation>
    </message>
    <message>
        <source>連携先につながりませんでした</source>
        <translation>The linking service could not be reached</translation>
    </message>
    <message>
        <source>ただいま連携先につながりません。少し待ってもう一度はじめるか、受付の職員にお声がけください。</source>
        <translation>The linking service cannot be reached now. Please wait a little and start again, or speak to the reception staff.</translation>
    </message>
    <message>
        <source>インターネットにつながるか確認し、やり直してください。つながらないときは紙で受け付けてください。</source>
        <translation>Check the internet connection and try again. If it cannot be reached, use paper.</translation>
    </message>
    <message>
        <source>トークンの窓口に届きません。回線、プロキシ、DNS、許可ホストを確認してください。</source>
        <translation>The token endpoint cannot be reached. Check the line, proxy, DNS and allowed hosts.</translation>
    </message>
    <message>
        <source>連携をやめました</source>
        <translation>The linking was cancelled</translation>
    </message>
    <message>
        <source>連携をやめました。情報は受け取っていません。今日は紙で受付ができます。</source>
        <translation>The linking was cancelled. Nothing was received. You can check in on paper today.</translation>
    </message>
    <message>
        <source>希望を確かめ、紙で受け付けるか、もう一度はじめてください。</source>
        <translation>Ask what the patient wishes, then use paper or start again.</translation>
    </message>
    <message>
        <source>利用者または職員が取り消しました。対応は不要です。</source>
        <translation>Cancelled by the patient or staff. Nothing to do.</translation>
    </message>
    <message>
        <source>記録を残せないため手続きを止めました</source>
        <translation>Stopped because nothing can be recorded</translation>
    </message>
    <message>
        <source>記録を残せないときは、表示・印刷・送信を行いません。IT担当者に連絡し、それまでは紙で受け付けてください。</source>
        <translation>Nothing is shown, printed or sent while it cannot be recorded. Contact your IT staff, and use paper until then.</translation>
    </message>
    <message>
        <source>監査記録のファイルを開けないか書けません。フォルダーの権限、読み取り専用の状態、鍵の有無を確認してください。</source>
        <translation>The audit log cannot be opened or written. Check the folder&apos;s permissions, read-only state and the key.</translation>
    </message>
    <message>
        <source>ディスクの空きがなく記録を残せません</source>
        <translation>The disk is full and nothing can be recorded</translation>
    </message>
    <message>
        <source>新しい受付はできません。いまの受付は終えられます。IT担当者に連絡してください。</source>
        <translation>No new reception is possible. The present one can be finished. Contact your IT staff.</translation>
    </message>
    <message>
        <source>監査記録を書く場所に空きがありません。空きを作るか場所を移してください。記録は消さないでください。</source>
        <translation>There is no room where the audit log is written. Make room or move it. Do not delete the log.</translation>
    </message>
    <message>
        <source>操作の記録に合わないところがあります</source>
        <translation>The record of operations does not add up</translation>
    </message>
    <message>
        <source>責任者とIT担当者に報告してください。記録のファイルには触れないでください。</source>
        <translation>Report it to the person in charge and your IT staff. Do not touch the log file.</translation>
    </message>
    <message>
        <source>監査記録の連鎖が合いません。最初に合わないのは%1番です。ファイルを保全し、控えと比べてください。</source>
        <translation>The chain of the audit log is broken. The first bad entry is number %1. Keep the file and compare it with the backup.</translation>
    </message>
    <message>
        <source>鍵を保管する場所が使えません</source>
        <translation>The place where keys are kept is not available</translation>
    </message>
    <message>
        <source>この端末では受付をはじめられません。IT担当者に連絡し、紙で受け付けてください。診断、設定、訓練は使えます。</source>
        <translation>Reception cannot start at this terminal. Contact your IT staff, and use paper. Diagnosis, settings and training work.</translation>
    </message>
    <message>
        <source>OSの鍵の保管庫（LinuxはSecret Service、Windowsは資格情報マネージャー）がありません。gnome-keyringなどを、この利用者のセッションで起動してください。平文での保存は行いません。</source>
        <translation>The system&apos;s keychain (Secret Service on Linux, Credential Manager on Windows) is missing. Start gnome-keyring or the like in this user&apos;s session. Nothing is stored in plain text.</translation>
    </message>
    <message>
        <source>鍵を保管する場所が閉じています</source>
        <translation>The place where keys are kept is locked</translation>
    </message>
    <message>
        <source>パソコンの画面に解除の求めが出ていれば解除して、「もう一度」を押してください。分からないときはIT担当者に連絡してください。</source>
        <translation>If the computer asks for it to be unlocked, unlock it and press &quot;Try again&quot;. If in doubt, contact your IT staff.</translation>
    </message>
    <message>
        <source>OSの鍵の保管庫が施錠されたままか、利用を拒まれました。ログイン時に解除される設定かを確認してください。</source>
        <translation>The system&apos;s keychain is locked or refused access. Check that it is unlocked at login.</translation>
    </message>
    <message>
        <source>ログインできませんでした</source>
        <translation>Sign-in failed</translation>
    </message>
    <message>
        <source>名前かパスワードが違います。大文字・小文字と入力の切り替えを確かめて、もう一度入力してください。</source>
        <translation>The name or the password is wrong. Check upper and lower case and the input mode, and enter them again.</translation>
    </message>
    <message>
        <source>監査記録で失敗の続き方を確認してください。存在しない名前でも同じ表示になります。</source>
        <translation>See in the audit log how the failures follow each other. Names that do not exist look the same.</translation>
    </message>
    <message>
        <source>少し待ってからログインしてください</source>
        <translation>Please wait before you sign in</translation>
    </message>
    <message>
        <source>続けて間違えたため、しばらく受け付けません。%1秒後にもう一度入力してください。</source>
        <translation>There were several wrong tries, so sign-in is paused. Enter it again in %1 seconds.</translation>
    </message>
    <message>
        <source>失敗の回数に応じて待ち時間が延びます。心当たりがないときは監査記録を確認してください。</source>
        <translation>The wait grows with the number of failures. If nobody knows about them, check the audit log.</translation>
    </message>
    <message>
        <source>このアカウントは使えません</source>
        <translation>This account cannot be used</translation>
    </message>
    <message>
        <source>このアカウントは止められています。責任者かIT担当者に確認してください。</source>
        <translation>This account has been disabled. Ask the person in charge or your IT staff.</translation>
    </message>
    <message>
        <source>退職者などのため無効にされたアカウントです。</source>
        <translation>An account that was disabled, for example of somebody who left.</translation>
    </message>
    <message>
        <source>パスワードの条件に合いません</source>
        <translation>The password does not meet the rules</translation>
    </message>
    <message>
        <source>英字・数字・記号をすべて混ぜ、同じ文字の繰り返しを避けてください。長さは%1文字以上です。名前は含められません。</source>
        <translation>Mix letters, digits and signs, and avoid repeating the same characters. The length is at least %1 characters. It must not hold the name.</translation>
    </message>
    <message>
        <source>医療情報システムの安全管理に関するガイドラインのQ&amp;Aに基づく条件です。</source>
        <translation>The rule follows the Q&amp;A of the guidelines on the security of medical information systems.</translation>
    </message>
    <message>
        <source>同じ名前のアカウントがあります</source>
        <translation>There is an account of the same name</translation>
    </message>
    <message>
        <source>別の名前にするか、すでにあるアカウントを使ってください。アカウントを共用しないでください。</source>
        <translation>Use another name or the existing account. Do not share accounts.</translation>
    </message>
    <message>
        <source>名前は全角・半角、空白の違いを無視して比べています。</source>
        <translation>Names are compared without regard to width and blanks.</translation>
    </message>
    <message>
        <source>この操作の権限がありません</source>
        <translation>There is no permission for this</translation>
    </message>
    <message>
        <source>この操作ができる人に代わってもらってください。</source>
        <translation>Ask somebody who may do this.</translation>
    </message>
    <message>
        <source>役割に許可されていない操作です。役割の設定を確認してください。</source>
        <translation>The operation is not permitted to this role. Check the roles.</translation>
    </message>
    <message>
        <source>下書きを開けません</source>
        <translation>The draft cannot be opened</translation>
    </message>
    <message>
        <source>この下書きは使えません。最初から入力し直すか、紙で受け付けてください。ほかの下書きには影響ありません。</source>
        <translation>This draft cannot be used. Enter it again or use paper. Other drafts are not affected.</translation>
    </message>
    <message>
        <source>下書きの鍵がないか、内容が書き換えられています。復元はできません。詳細欄を確認してください。</source>
        <translation>The draft&apos;s key is missing or its content was changed. It cannot be restored. See the details.</translation>
    </message>
    <message>
        <source>下書きを保存できませんでした</source>
        <translation>The draft could not be saved</translation>
    </message>
    <message>
        <source>入力した内容は画面に残っています。画面を閉じずに「もう一度」を押してください。続くときは紙に控えてください。</source>
        <translation>What you entered is still on the screen. Do not close it; press &quot;Try again&quot;. If it goes on, note it on paper.</translation>
    </message>
    <message>
        <source>下書きのフォルダーに書けません。空き容量と権限を確認してください。</source>
        <translation>The folder of the drafts cannot be written. Check free space and permissions.</translation>
    </message>
    <message>
        <source>データの保存場所に問題があります</source>
        <translation>The data storage has a problem</translation>
    </message>
    <message>
        <source>もう一度試してください。続くときはIT担当者に連絡してください。</source>
        <translation>Try again. If it goes on, contact your IT staff.</translation>
    </message>
    <message>
        <source>データベースまたはファイルの読み書きに失敗しました。詳細欄、空き容量、権限を確認してください。</source>
        <translation>Reading or writing a database or file failed. See the details, free space and permissions.</translation>
    </message>
    <message>
        <source>設定に正しくない値があります</source>
        <translation>A setting has a wrong value</translation>
    </message>
    <message>
        <source>初期値で動いています。IT担当者に連絡してください。受付は続けられます。</source>
        <translation>The default is used. Contact your IT staff. Reception can go on.</translation>
    </message>
    <message>
        <source>正しくない設定を直してください。場所はファイル%1の項目%2です。直るまでは初期値を使います。</source>
        <translation>Correct the wrong setting. It is in file %1, option %2. Until then the default is used.</translation>
    </message>
    <message>
        <source>手続きを途中で止めました</source>
        <translation>The visit was stopped</translation>
    </message>
    <message>
        <source>ここで手続きを止めました。画面の情報は消えています。受付の職員にお声がけください。</source>
        <translation>We stopped here. Your information is gone from the screen. Please speak to the reception staff.</translation>
    </message>
    <message>
        <source>「本日のまとめ」で、この受付がどこまで進んだかを確認してください。</source>
        <translation>See in &quot;Today&apos;s summary&quot; how far this reception went.</translation>
    </message>
    <message>
        <source>受付が通常の終わり方をしていません。監査記録の理由を確認してください。</source>
        <translation>The visit did not end in the usual way. See the reason in the audit log.</translation>
    </message>
    <message>
        <source>しばらく操作がなかったため終わりました</source>
        <translation>Ended because nothing was done for a while</translation>
    </message>
    <message>
        <source>しばらく操作がなかったため、情報を守るために終わりました。続けるときは、もう一度カードを置いてください。</source>
        <translation>Nothing was done for some time, so we ended it to protect your information. To go on, please put down your card again.</translation>
    </message>
    <message>
        <source>途中の入力は「未完了の受付」に残っています。ご本人のカードと新しい同意で続けられます。</source>
        <translation>What was entered is under &quot;Open receptions&quot;. It can be continued with the patient&apos;s card and a new consent.</translation>
    </message>
    <message>
        <source>制限時間に達しました。対応は不要です。</source>
        <translation>The time limit was reached. Nothing to do.</translation>
    </message>
    <message>
        <source>氏名がまだ確認されていません</source>
        <translation>The name has not been confirmed yet</translation>
    </message>
    <message>
        <source>氏名と生年月日を声に出して確認し、「確認した」に印を付けてください。それまでは送信も印刷もできません。</source>
        <translation>Confirm name and birth date aloud and tick &quot;Confirmed&quot;. Until then nothing can be sent or printed.</translation>
    </message>
    <message>
        <source>カードと連携のどちらからも氏名を得られていないか、照合が済んでいません。対応は不要です。</source>
        <translation>Neither card nor link gave a name, or the comparison was not done. Nothing to do.</translation>
    </message>
    <message>
        <source>訓練の筋書きを読めません</source>
        <translation>The training scenario cannot be read</translation>
    </message>
    <message>
        <source>別の筋書きを選ぶか、IT担当者に連絡してください。</source>
        <translation>Choose another scenario, or contact your IT staff.</translation>
    </message>
    <message>
        <source>筋書きのファイルに誤りがあります。場所は%1です。</source>
        <translation>The scenario file has a mistake. The place is %1.</translation>
    </message>
    <message>
        <source>いまはこの操作ができません</source>
        <translation>This is not possible right now</translation>
    </message>
    <message>
        <source>いまの画面の手順を終えてから、もう一度行ってください。</source>
        <translation>Finish the present step first, then try again.</translation>
    </message>
    <message>
        <source>現在の状態で定義されていない操作が求められました。詳細欄を確認してください。</source>
        <translation>An operation was asked for that the present state does not define. See the details.</translation>
    </message>
    <message>
        <source>自動の操作で答えのない問いが出ました</source>
        <translation>An automatic run met a question without an answer</translation>
    </message>
    <message>
        <source>自動の操作を止めました。IT担当者に連絡してください。</source>
        <translation>The automatic run was stopped. Contact your IT staff.</translation>
    </message>
    <message>
        <source>筋書きに答えがない確認の画面が開きました。筋書きのpromptsに追加してください。</source>
        <translation>A prompt opened for which the scenario has no answer. Add it to prompts in the scenario.</translation>
    </message>
    <message>
        <source>予期しない問題が起きました</source>
        <translation>Something unexpected happened</translation>
    </message>
    <message>
        <source>もう一度試してください。続くときは紙で受け付け、表示されている番号と時刻をIT担当者に伝えてください。</source>
        <translation>Try again. If it goes on, use paper and tell your IT staff the number shown and the time.</translation>
    </message>
    <message>
        <source>プログラムの不具合の可能性があります。詳細欄と監査記録の時刻を添えて、提供元に連絡してください。</source>
        <translation>Possibly a fault of the program. Send the details and the time in the audit log to the supplier.</translation>
    </message>
    <message>
        <source>複数のリーダーが同時にマイナンバーカードを報告しました。使わないリーダーは設定 card.readers.deny に書いてください。</source>
        <translation>Several readers reported a My Number Card at the same time. Name readers that are not to be used in the setting card.readers.deny.</translation>
    </message>
    <message>
        <source>この連携を使うには、はじめに一度だけ利用の登録が必要です。登録には、マイナンバーカードを使います。</source>
        <translation>To use this, you need to register once at the beginning. You register with your My Number Card.</translation>
    </message>
    <message>
        <source>電子証明書の期限のため連携できません</source>
        <translation>The card&apos;s certificate is out of date</translation>
    </message>
    <message>
        <source>カードの電子証明書の有効期限のため、連携できませんでした。今日は紙で受付ができます。更新は、お住まいの市区町村の窓口でできます。</source>
        <translation>Your information could not be shared because the certificate on your card is out of date. You can use the paper form today. Your city office can renew it.</translation>
    </message>
    <message>
        <source>同意の画面がcertificate_expiredを返しました。端末の問題ではありません。</source>
        <translation>The consent page returned certificate_expired. This is not a problem of this terminal.</translation>
    </message>
    <message>
        <source>利用の登録は行いませんでした</source>
        <translation>You were not registered</translation>
    </message>
    <message>
        <source>ご希望のとおり、利用の登録は行いませんでした。今日は紙で受付ができます。</source>
        <translation>As you wished, you were not registered. You can use the paper form today.</translation>
    </message>
    <message>
        <source>紙の予診票・問診票で受け付けてください。登録しないことで不利益がないことを伝えてください。</source>
        <translation>Use the paper form. Tell the patient that not registering has no disadvantage.</translation>
    </message>
    <message>
        <source>利用者登録の画面でご本人がやめました（access_denied）。対応は不要です。</source>
        <translation>The person stopped on the registration pages (access_denied). Nothing to do.</translation>
    </message>
    <message>
        <source>カードの電子証明書の有効期限のため、利用の登録ができませんでした。今日は紙で受付ができます。更新は、お住まいの市区町村の窓口でできます。</source>
        <translation>You could not be registered because the certificate on your card is out of date. You can use the paper form today. Your city office can renew it.</translation>
    </message>
    <message>
        <source>紙で受け付け、電子証明書の更新は市区町村の窓口でできることを案内してください。更新のあと、登録できます。</source>
        <translation>Use the paper form and say that the city office renews the certificate. After that the person can register.</translation>
    </message>
    <message>
        <source>利用者登録がcertificate_expiredで終わりました。端末の問題ではありません。</source>
        <translation>User registration ended with certificate_expired. This is not a problem of this terminal.</translation>
    </message>
    <message>
        <source>ただいま利用の登録を受け付けていません</source>
        <translation>Registration is closed at the moment</translation>
    </message>
    <message>
        <source>利用の登録のサービスが、いまお休みしています。今日は紙で受付ができます。次の機会に登録できます。</source>
        <translation>The registration service is closed right now. You can use the paper form today and register another time.</translation>
    </message>
    <message>
        <source>紙で受け付けてください。登録だけが止まる時間帯があります（毎日3時から6時と計画停止）。登録がお済みの方の連携は使えます。</source>
        <translation>Use the paper form. There are times when only registration stops (3 to 6 every day, and planned stops). Whoever is registered can still share.</translation>
    </message>
    <message>
        <source>利用者登録がtemporarily_unavailableで終わりました。情報提供ネットワークか中間サーバーの停止です。サービスのお知らせを確認してください。</source>
        <translation>User registration ended with temporarily_unavailable. The information network or the intermediate server is stopped. Check the service announcements.</translation>
    </message>
    <message>
        <source>利用の登録ができませんでした</source>
        <translation>You could not be registered</translation>
    </message>
    <message>
        <source>利用の登録の途中で問題が起きました。今日は紙で受付ができます。</source>
        <translation>Something went wrong during the registration. You can use the paper form today.</translation>
    </message>
    <message>
        <source>利用者登録がserver_errorなどで終わりました。詳細欄の応答を添えて、運営の窓口に連絡してください。</source>
        <translation>User registration ended with server_error or the like. Contact the operator with the answer in the details.</translation>
    </message>
    <message>
        <source>この端末では利用の登録ができません</source>
        <translation>You cannot register at this terminal</translation>
    </message>
    <message>
        <source>紙で受け付け、登録はご自宅などのマイナポータルでできることを案内してください。次の来院から連携を使えます。</source>
        <translation>Use the paper form and say that registering is possible in MynaPortal at home. From the next visit on sharing works.</translation>
    </message>
    <message>
        <source>ポータルがregistration_requiredを返しましたが、接続プロファイルにregisterUrlがありません。登録の画面を案内するときは設定してください。</source>
        <translation>The portal returned registration_required, but the connection profile has no registerUrl. Set it to offer the registration pages.</translation>
    </message>
    <message>
        <source>連携の画面が始まりませんでした</source>
        <translation>The consent page did not begin</translation>
    </message>
    <message>
        <source>ただいまこの端末では連携ができません。今日は紙で受付ができます。</source>
        <translation>Sharing is not possible at this terminal at the moment. You can use the paper form today.</translation>
    </message>
    <message>
        <source>紙で受け付け、IT担当者に連絡してください。やり直しても変わりません。</source>
        <translation>Use the paper form and call IT. Trying again does not help.</translation>
    </message>
    <message>
        <source>ポータルがinvalid_requestかunsupported_response_typeを返しました。接続プロファイルのauthorizeUrlと、ポータルの仕様の変更を確認してください。</source>
        <translation>The portal returned invalid_request or unsupported_response_type. Check authorizeUrl in the connection profile and changes of the portal&apos;s specification.</translation>
    </message>
    <message>
        <source>この種類の情報の連携は認められていません</source>
        <translation>This kind of information may not be shared here</translation>
    </message>
    <message>
        <source>この情報の連携は、ただいまご利用いただけません。今日は紙で受付ができます。</source>
        <translation>This information cannot be shared at the moment. You can use the paper form today.</translation>
    </message>
    <message>
        <source>紙で受け付け、IT担当者に連絡してください。ほかの種類の情報は連携できることがあります。</source>
        <translation>Use the paper form and call IT. Other kinds of information may still be shared.</translation>
    </message>
    <message>
        <source>ポータルがinvalid_scopeを返しました。接続プロファイルのscopesと、利用を承諾された範囲を確認してください。</source>
        <translation>The portal returned invalid_scope. Check scopes in the connection profile and what use was approved.</translation>
    </message>
    <message>
        <source>この医院の登録が確認できませんでした</source>
        <translation>This clinic is not known to the portal</translation>
    </message>
    <message>
        <source>ポータルがunauthorized_clientを返しました。接続プロファイルのclientIdと、運営側の登録の状態を確認してください。</source>
        <translation>The portal returned unauthorized_client. Check clientId in the connection profile and the state of the registration at the operator.</translation>
    </message>
    <message>
        <source>別のところから返事が届きました</source>
        <translation>An answer came from somewhere else</translation>
    </message>
    <message>
        <source>戻りのissが接続プロファイルのポータルではありません。別のサーバーの応答との取り違えか、攻撃の可能性があります。監査記録を確認してください。</source>
        <translation>The iss of the callback is not the portal of the connection profile. It may be a mix-up with another server, or an attack. Check the audit log.</translation>
    </message>
    <message>
        <source>トークンの窓口がinvalid_grantを返しました。認可コードの期限切れか二度目の使用、またはredirect_uriの違いです。繰り返すときは時計を確認してください。</source>
        <translation>The token endpoint returned invalid_grant: the code is too old or was used twice, or redirect_uri differs. If it happens again, check the clock.</translation>
    </message>
    <message>
        <source>この医院の登録が認められませんでした</source>
        <translation>This clinic&apos;s registration was not accepted</translation>
    </message>
    <message>
        <source>トークンの窓口がinvalid_clientかunauthorized_clientを返しました。clientId、キーチェーンの秘密の値、クライアント証明書の期限を確認してください。</source>
        <translation>The token endpoint returned invalid_client or unauthorized_client. Check clientId, the secret in the keychain and the dates of the client certificate.</translation>
    </message>
    <message>
        <source>連携の手続きが合いませんでした</source>
        <translation>The portal did not understand this terminal</translation>
    </message>
    <message>
        <source>トークンの窓口がinvalid_request、unsupported_grant_type、invalid_scopeのどれかを返しました。ポータルの仕様の変更と接続プロファイルを確認してください。</source>
        <translation>The token endpoint returned invalid_request, unsupported_grant_type or invalid_scope. Check changes of the portal&apos;s specification and the connection profile.</translation>
    </message>
    <message>
        <source>この端末の証明の用意ができていません</source>
        <translation>This terminal&apos;s credentials are not ready</translation>
    </message>
    <message>
        <source>クライアントの秘密の値がキーチェーンにないか、クライアント証明書のファイルを開けません。ファイル、パスワードの項目名、期限を確認してください。</source>
        <translation>The client secret is not in the keychain, or the client certificate&apos;s file cannot be opened. Check the file, the name of the password&apos;s entry and the dates.</translation>
    </message>
    <message>
        <source>この連携を使うには、はじめに一度だけ利用の登録が必要です。今日は紙で受付ができます。</source>
        <translation>To use this, you need to register once at the beginning. You can use the paper form today.</translation>
    </message>
    <message>
        <source>{wareki}（{year}年）</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>いまは、カードで受付できません</source>
        <translation>Cards cannot be read at the moment</translation>
    </message>
    <message>
        <source>この端末のカードの受付が止まっています。お持ちのカードに問題はありません。紙の予診票で受付できます。</source>
        <translation>This screen cannot read cards right now. Nothing is wrong with your card. You can check in with the paper form.</translation>
    </message>
    <message>
        <source>このパソコンでカード用のサービスが動いていません。IT担当者に連絡してください。直ると自動で元に戻ります。それまでは紙の予診票・問診票で受け付けてください。</source>
        <translation>The card service is not running on this computer. Tell IT. The screen comes back by itself once it runs. Until then, use the paper form.</translation>
    </message>
    <message>
        <source>カードの読み取り機がつながっていません。お持ちのカードに問題はありません。紙の予診票で受付できます。</source>
        <translation>The card reader is not connected. Nothing is wrong with your card. You can check in with the paper form.</translation>
    </message>
    <message>
        <source>カードリーダーのUSBケーブルを差し直してください。数秒待っても変わらないときは、別の差し込み口を試してください。つながると自動で元に戻ります。それまでは紙で受け付けてください。</source>
        <translation>Plug the reader&apos;s USB cable in again. If nothing changes within seconds, try another socket. The screen comes back by itself. Until then, use the paper form.</translation>
    </message>
    <message>
        <source>読み取り機が、ほかの作業に使われています</source>
        <translation>The reader is busy with something else</translation>
    </message>
    <message>
        <source>同じパソコンで開いているほかのカード用ソフトを閉じてから、カードを置き直してもらってください。続くときは紙で受け付けてください。</source>
        <translation>Close other card software on this computer, then have the card laid down again. If it goes on, use the paper form.</translation>
    </message>
    <message>
        <source>読み取り機から返事がありません</source>
        <translation>The reader does not answer</translation>
    </message>
    <message>
        <source>カードを一度取って、もう一度置いてください。</source>
        <translation>Please take the card and lay it down again.</translation>
    </message>
    <message>
        <source>カードを取ってもらい、リーダーのUSBケーブルを差し直してください。繰り返すときは別のリーダーに替え、それまでは紙で受け付けてください。</source>
        <translation>Have the card taken away and plug the reader&apos;s USB cable in again. If it happens again, change the reader; use the paper form until then.</translation>
    </message>
    <message>
        <source>カードが読み取り機から離れました</source>
        <translation>The card left the reader</translation>
    </message>
    <message>
        <source>読み取りの途中だったので、ここで止めました。もう一度カードを置いてください。入力された内容は送られていません。</source>
        <translation>It was still being read, so we stopped here. Please lay the card down again. Nothing that was entered has been sent.</translation>
    </message>
    <message>
        <source>カードをもう一度置いてもらってください。「カードをお取りください」と出るまで動かさないよう案内してください。続くときは紙で受け付けてください。</source>
        <translation>Have the card laid down again, and not moved until the screen says &quot;Please take your card&quot;. If it goes on, use the paper form.</translation>
    </message>
    <message>
        <source>カードを読み取れません</source>
        <translation>The card cannot be read</translation>
    </message>
    <message>
        <source>カードの向きが逆か、ケースに入っているか、ほかのカードと重なっているようです。</source>
        <translation>The card may be upside down, still in its case, or lying on another card.</translation>
    </message>
    <message>
        <source>カードをケースから出し、1枚だけを平らに置いてもらってください。差し込む読み取り機では、ICチップの向きも確かめてください。別のカードが読めて、そのカードだけ読めないときは、紙で受け付け、市区町村の窓口で確かめるよう案内してください。</source>
        <translation>Have the card taken out of its case and laid flat, one card only. In a reader with a slot, check which way the chip faces. If other cards work and this one does not, use the paper form and suggest having it checked at the municipal office.</translation>
    </message>
    <message>
        <source>途中で、別のカードに替わりました</source>
        <translation>The card was changed for another one</translation>
    </message>
    <message>
        <source>安全のため、ここで止めました。受付する方のカードを、もう一度置いてください。</source>
        <translation>To be safe, we stopped here. Please lay down the card of the person who is checking in.</translation>
    </message>
    <message>
        <source>受付する方のカードかどうかを確かめてから、最初からやり直してください。前の人の情報は画面から消えています。続くときは紙で受け付けてください。</source>
        <translation>Make sure that it is the card of the person who is checking in, then start again. The earlier person&apos;s data is gone from the screen. If it goes on, use the paper form.</translation>
    </message>
    <message>
        <source>マイナンバーカードが2枚以上あります</source>
        <translation>There are two or more My Number Cards</translation>
    </message>
    <message>
        <source>どなたの受付かがわからないので、止めています。きょう受付する方のカードを、1枚だけ置いてください。</source>
        <translation>We cannot tell who is checking in. Please lay down one card only: that of the person who is checking in today.</translation>
    </message>
    <message>
        <source>読み取り機が2台あり、それぞれにマイナンバーカードがあります。どなたの受付かを確かめて、その方のカード1枚だけにしてもらってください。暗証番号はまだ使われていません。続くときは紙で受け付けてください。</source>
        <translation>There are two readers with a My Number Card in each. Find out who is checking in and leave only that person&apos;s card. No PIN has been used yet. If it goes on, use the paper form.</translation>
    </message>
    <message>
        <source>置かれているのは、マイナンバーカードではないようです。マイナンバーカードを置いてください。</source>
        <translation>This does not seem to be a My Number Card. Please lay down your My Number Card.</translation>
    </message>
    <message>
        <source>診察券、資格確認書、運転免許証などが置かれていないか確かめてください。マイナンバーカードをお持ちでないときは、紙で受け付けてください。</source>
        <translation>Check whether a clinic card, an eligibility certificate or a driving licence lies there. Without a My Number Card, use the paper form.</translation>
    </message>
    <message>
        <source>スマートフォンは、お使いいただけません</source>
        <translation>A smartphone cannot be used here</translation>
    </message>
    <message>
        <source>この受付では、スマートフォンに入れたマイナンバーカードは読み取れません。プラスチックのカードを置いてください。</source>
        <translation>This desk cannot read a My Number Card in a smartphone. Please lay down the plastic card.</translation>
    </message>
    <message>
        <source>プラスチックのマイナンバーカードを置くよう案内してください。お持ちでないときは、紙で受け付けてください。</source>
        <translation>Ask for the plastic My Number Card. Without it, use the paper form.</translation>
    </message>
    <message>
        <source>もう一度まちがえると、この暗証番号は使えなくなります。自信がないときは、入力しないで受付できます。</source>
        <translation>One more wrong entry locks this PIN. If you are not sure, you can check in without it.</translation>
    </message>
    <message>
        <source>思い出せないときは入力を勧めず、紙で受け付けてください。まちがえると、住民票のある市区町村の窓口で再設定が必要になります。職員が代わりに入力しないでください。</source>
        <translation>If the patient is not sure, do not encourage a try: use the paper form. A wrong entry means a reset at the municipal office of residence. Staff never enter it.</translation>
    </message>
    <message>
        <source>暗証番号を確かめる途中で、途切れました</source>
        <translation>The PIN check was interrupted</translation>
    </message>
    <message>
        <source>残りの回数を確かめますので、もう一度カードを置いてください。</source>
        <translation>Please lay the card down again, so that we can see how many tries are left.</translation>
    </message>
    <message>
        <source>カードを置き直してもらい、画面に出る残り回数を確かめてから入力を案内してください。続くときは紙で受け付けてください。</source>
        <translation>Have the card laid down again and look at the tries left on the screen before it is entered again. If it goes on, use the paper form.</translation>
    </message>
    <message>
        <source>暗証番号がロックされています</source>
        <translation>The PIN is locked</translation>
    </message>
    <message>
        <source>数字4けたの暗証番号が、安全のために止まっています。続けて3回ちがう番号が入ると、自動で止まるしくみです。</source>
        <translation>The four-digit PIN has been locked for safety. This happens by itself after three wrong entries in a row.</translation>
    </message>
    <message>
        <source>紙の予診票・問診票で受け付けてください。置き直しても変わりません。再設定は、ご本人がこのカードを持って、住民票のある市区町村の窓口で行います（本人確認書類も求められることがあります）。署名用の暗証番号がわかる方は、スマートフォンのアプリとコンビニの端末でもできます（対応する店舗のみ）。</source>
        <translation>Use the paper form. Laying the card down again changes nothing. The holder has it reset with this card at the municipal office of residence (proof of identity may be asked for). Who knows the signature password can also use the smartphone app and a convenience store terminal (some shops only).</translation>
    </message>
    <message>
        <source>利用者証明用の暗証番号の残りが0回です（閉塞）。端末の問題ではありません。</source>
        <translation>No tries are left for the user authentication PIN (blocked). Not a fault of this machine.</translation>
    </message>
    <message>
        <source>このカードでは、暗証番号を使えません</source>
        <translation>This card cannot be used with a PIN</translation>
    </message>
    <message>
        <source>暗証番号のない「顔認証」のカード、お子さまのカード、ロックされたカードのどれかのようです。この画面では区別できません。</source>
        <translation>It may be a card without a PIN (face authentication card), a child&apos;s card, or a card whose PIN is locked. This screen cannot tell which.</translation>
    </message>
    <message>
        <source>紙で受け付けてください。顔認証マイナンバーカード（暗証番号なし）、お子さまのカード、暗証番号がロックされたカードのどれかの可能性があります。カードの追記欄に「顔認証」とあるかを見てください。暗証番号を使いたい方には、住民票のある市区町村の窓口を案内してください。</source>
        <translation>Use the paper form. It may be a face authentication card (without a PIN), a child&apos;s card, or a card whose PIN is locked. See whether the notes field on the card says face authentication (kao ninsho). Who wants to use a PIN can ask the municipal office of residence.</translation>
    </message>
    <message>
        <source>利用者証明用の暗証番号の残りが0回で（閉塞）、署名用電子証明書がありません。端末の問題ではありません。</source>
        <translation>No tries are left for the user authentication PIN (blocked), and there is no signature certificate. Not a fault of this machine.</translation>
    </message>
    <message>
        <source>カードの電子証明書の期限が切れています</source>
        <translation>The card&apos;s electronic certificate has expired</translation>
    </message>
    <message>
        <source>電子証明書は、カードの中に入っている、期限つきの証明です。期限は%1でした。</source>
        <translation>The electronic certificate is inside the card and has an end date. It ended on %1.</translation>
    </message>
    <message>
        <source>紙で受け付けてください。電子証明書の更新は、住民票のある市区町村の窓口でできることを案内してください。カードそのものの期限とは別です。保険証としては、期限のあと3か月は使えます。</source>
        <translation>Use the paper form. It can be renewed at the municipal office of residence. Its end date is not that of the card itself. As an insurance card it works for three more months.</translation>
    </message>
    <message>
        <source>カードの電子証明書は、まだ使えません</source>
        <translation>The card&apos;s electronic certificate is not valid yet</translation>
    </message>
    <message>
        <source>使い始めの日になっていません。使えるのは%1からです。</source>
        <translation>Its first day has not come yet. It can be used from %1.</translation>
    </message>
    <message>
        <source>この端末では、カードを確かめられません</source>
        <translation>This screen cannot check the card</translation>
    </message>
    <message>
        <source>この端末の準備が終わっていません。お持ちのカードに問題はありません。紙の予診票で受付できます。</source>
        <translation>This screen has not been set up completely. Nothing is wrong with your card. You can check in with the paper form.</translation>
    </message>
    <message>
        <source>カードを確かめるための証明書が、この端末に入っていません（初期設定）。患者さんのカードの問題ではありません。IT担当者に連絡し、それまでは紙で受け付けてください。</source>
        <translation>The certificates that cards are checked with are not installed here (set-up). Nothing is wrong with the patient&apos;s card. Tell IT, and use the paper form until then.</translation>
    </message>
    <message>
        <source>このカードでは、受付できません</source>
        <translation>This card cannot be used here</translation>
    </message>
    <message>
        <source>カードの中の電子証明書を読めないか、この受付に使えないものです。</source>
        <translation>The electronic certificate in the card cannot be read, or is of a kind that cannot be used here.</translation>
    </message>
    <message>
        <source>紙で受け付け、カードは住民票のある市区町村の窓口で確かめるよう案内してください。</source>
        <translation>Use the paper form, and suggest having the card checked at the municipal office of residence.</translation>
    </message>
    <message>
        <source>カードを確かめられませんでした</source>
        <translation>The card could not be checked</translation>
    </message>
    <message>
        <source>安全のため、ここで止めました。</source>
        <translation>To be safe, we stopped here.</translation>
    </message>
    <message>
        <source>カードの電子証明書の期限が近づいています</source>
        <translation>The card&apos;s electronic certificate ends soon</translation>
    </message>
    <message>
        <source>期限は%1です。きょうは、このまま受付できます。</source>
        <translation>It ends on %1. Today you can go on as usual.</translation>
    </message>
    <message>
        <source>このまま受け付けてください。期限を過ぎるとこの受付でカードを使えなくなるので、更新は住民票のある市区町村の窓口でできることを案内してください。それまでに更新できないときも、紙で受け付けられます。</source>
        <translation>Go on as usual. After that day the card cannot be used here; tell the patient that it can be renewed at the municipal office of residence. The paper form is there for whoever has not renewed it.</translation>
    </message>
    <message>
        <source>利用者証明用電子証明書の有効期限まで30日以内です。対応は不要です。</source>
        <translation>The user authentication certificate ends within 30 days. Nothing to do.</translation>
    </message>
    <message>
        <source>お名前を、カードから読み取れませんでした</source>
        <translation>Your name could not be read from the card</translation>
    </message>
    <message>
        <source>受付は、このまま続けられます。お名前は、あとで職員が声に出して確かめます。</source>
        <translation>You can go on as usual. Staff will confirm your name with you aloud later.</translation>
    </message>
    <message>
        <source>このまま受け付け、氏名と生年月日を声に出して確認し、画面の欄に印を付けて進めてください。紙にする必要はありません。続けて何枚も起きるときは、IT担当者に連絡してください。</source>
        <translation>Go on: confirm name and date of birth aloud and tick the box on the screen. The paper form is not needed. If it happens with several cards, tell IT.</translation>
    </message>
    <message>
        <source>カードの人と、連携した情報の人が違うようです</source>
        <translation>The card seems to be another person&apos;s</translation>
    </message>
    <message>
        <source>安全のため、ここで止めました。お子さまの受付には、お子さまのカードが必要です。</source>
        <translation>To be safe, we stopped here. To check in a child, the child&apos;s own card is needed.</translation>
    </message>
    <message>
        <source>この情報を、この人のものとして使わないでください。お子さまの受付に保護者のカードが置かれていないか、双子やご家族のカードと取り違えていないかを確かめ、受付する方のカードで最初からやり直すか、紙で受け付けてください。</source>
        <translation>Do not use this data as this person&apos;s. See whether a parent&apos;s card was laid down for a child, or the card of a twin or relative. Start again with the card of the person who is checking in, or use the paper form.</translation>
    </message>
    <message>
        <source>基本4情報とPMHの基本5情報が、氏名または生年月日で一致しません。全角・半角、空白、かなや漢字の書き方の違いは無視して比べています。監査記録を確認してください。</source>
        <translation>The card&apos;s basic four information and PMH&apos;s basic five information disagree in name or birth date. Width, blanks and ways of writing kana and kanji are ignored. See the audit log.</translation>
    </message>
    <message>
        <source>お名前の読み取りの暗証番号が、ロックされました</source>
        <translation>The PIN for reading your name is locked</translation>
    </message>
    <message>
        <source>お名前を読み取る暗証番号が、安全のために止まりました。受付は、このまま続けられます。お名前は、あとで職員が声に出して確かめます。</source>
        <translation>The PIN for reading your name has been locked for safety. You can go on as usual. Staff will confirm your name with you aloud later.</translation>
    </message>
    <message>
        <source>このまま受け付け、氏名と生年月日を声に出して確認してください（画面に印を付ける欄が出ます）。紙にする必要はありません。この暗証番号の再設定は、住民票のある市区町村の窓口だけでできます。</source>
        <translation>Go on, and confirm name and date of birth aloud (the screen has a box to tick). The paper form is not needed. This PIN can be reset at the municipal office of residence only.</translation>
    </message>
    <message>
        <source>券面事項入力補助用の暗証番号の残りが0回です（閉塞）。端末の問題ではありません。</source>
        <translation>No tries are left for the PIN for card data input (blocked). Not a fault of this machine.</translation>
    </message>
    <message>
        <source>安全のため、ここで止めました</source>
        <translation>To be safe, we stopped here</translation>
    </message>
    <message>
        <source>カードの情報は読み取られていません。</source>
        <translation>Nothing was read from the card.</translation>
    </message>
    <message>
        <source>院内のプロキシが通信を断りました</source>
        <translation>The clinic&apos;s proxy refused the connection</translation>
    </message>
    <message>
        <source>紙で受け付け、IT担当者に連絡してください。入力した内容は残っています。</source>
        <translation>Use paper and call the IT staff. What was entered is kept.</translation>
    </message>
    <message>
        <source>プロキシの認証に失敗しました。設定proxy.userと、キーチェーンのproxy/passwordを確認してください。</source>
        <translation>The proxy did not accept the credentials. Check the setting proxy.user and the keychain&apos;s entry proxy/password.</translation>
    </message>
    <message>
        <source>院内のプロキシにつながりません</source>
        <translation>The clinic&apos;s proxy cannot be reached</translation>
    </message>
    <message>
        <source>少し待って「もう一度」を押してください。続くときは紙で受け付け、IT担当者に連絡してください。</source>
        <translation>Wait a little and press “Again”. If it goes on, use paper and call the IT staff.</translation>
    </message>
    <message>
        <source>プロキシに接続できないか、プロキシが相手につなぎません。設定proxy.mode、proxy.host、proxy.port、proxy.pacFile、proxy.userを確認してください。</source>
        <translation>The proxy cannot be reached, or it does not connect to the other side. Check the settings proxy.mode, proxy.host, proxy.port, proxy.pacFile and proxy.user.</translation>
    </message>
    <message>
        <source>カードを確かめるための登録が、この端末にないか、期限が切れています。カードがこわれたとは限りません。</source>
        <translation>What is needed here to check your card is missing or out of date. Your card may well be fine.</translation>
    </message>
    <message>
        <source>紙で受け付けてください。期限が切れたのは患者さんのカードではなく、この端末にあるルート証明書で、期限は%1でした。続けて何枚も起きるときは、IT担当者に連絡してください。</source>
        <translation>Please use the paper form. Not the patient&apos;s card has ended but the root certificate on this computer, on %1. If it happens with several cards in a row, tell your IT staff.</translation>
    </message>
    <message>
        <source>登録済みで期限内のルート証明書につながりません。この認証局のルート証明書の期限は%1でした。パソコンの時計、信頼フォルダーの証明書の世代、試験用カードでないかを確認してください。</source>
        <translation>The chain does not end in an installed root that is in date. The root certificate of this authority ended on %1. Check the computer&apos;s clock, the generations of certificates in the trust folder, and whether it is a test card.</translation>
    </message>
    <message>
        <source>公的個人認証のルート証明書を、案内にある公式の配布元から入手し、指紋を照合して信頼フォルダーに置き、このプログラムを起動し直してください。</source>
        <translation>Get the JPKI root certificates from the official place named in the guide, compare their fingerprints, put them into the trust folder and start this program again.</translation>
    </message>
    <message>
        <source>数字をもう一度確かめてください。「%1」に入力できるのは%2です。</source>
        <translation>Please check the number again. &quot;%1&quot; takes %2.</translation>
    </message>
    <message>
        <source>桁や小数点の位置を確かめて入力し直してください。「%1」に入力できるのは%2です。</source>
        <translation>Check the digits and the decimal point and enter it again. &quot;%1&quot; takes %2.</translation>
    </message>
</context>
<context>
    <name>FlagWords</name>
    <message>
        <source>取り消された予定</source>
        <translation>Plan withdrawn</translation>
    </message>
    <message>
        <source>自治体がこの接種の予定を取り消したので、見るだけです。接種するときは、自治体に確認してください。</source>
        <translation>The municipality has withdrawn this planned vaccination, so it is view only. Ask the municipality before vaccinating.</translation>
    </message>
    <message>
        <source>回答の受付終了</source>
        <translation>Answering closed</translation>
    </message>
    <message>
        <source>PMHが回答を受け付けていないので、見るだけです。変更があるときは、紙の予診票を使ってください。</source>
        <translation>PMH takes no answers, so it is view only. Use the paper questionnaire for changes.</translation>
    </message>
    <message>
        <source>表示期間の前</source>
        <translation>Not shown yet</translation>
    </message>
    <message>
        <source>予診票の表示期間がまだ始まっていないので、見るだけです。接種する日を確かめてください。</source>
        <translation>The period for this questionnaire has not begun, so it is view only. Check the day of the vaccination.</translation>
    </message>
    <message>
        <source>表示期間の終了</source>
        <translation>Shown no more</translation>
    </message>
    <message>
        <source>予診票の表示期間が終わっているので、見るだけです。接種できるか自治体に確認し、接種するときは紙の予診票を使ってください。</source>
        <translation>The period for this questionnaire is over, so it is view only. Ask the municipality whether the vaccination is possible, and use the paper questionnaire.</translation>
    </message>
    <message>
        <source>転出あり</source>
        <translation>Moved out</translation>
    </message>
    <message>
        <source>この予診票を出した自治体から転出しています。いまの住所の自治体の予診票があるか確かめてください。</source>
        <translation>The person has moved out of the municipality that issued this questionnaire. Check whether there is one of the present municipality.</translation>
    </message>
    <message>
        <source>接種を希望しない</source>
        <translation>Vaccination not wished</translation>
    </message>
    <message>
        <source>職員の入力を希望しない</source>
        <translation>Input by staff not wished</translation>
    </message>
    <message>
        <source>代理入力の確認前</source>
        <translation>Input by staff not confirmed</translation>
    </message>
    <message>
        <source>回答済み</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>回答済みなので、下書き保存はできません。変更は、そのまま提出してください。</source>
        <translation>It is answered, so no draft can be saved. Submit changes directly.</translation>
    </message>
    <message>
        <source>接種を希望しない回答です。希望が変わったか確かめてください。</source>
        <translation>The answer says that the vaccination is not wished. Check whether that has changed.</translation>
    </message>
    <message>
        <source>職員は見るだけです。変更と提出は、患者さんに入力してもらってください。</source>
        <translation>Staff can only view it. Changes and submission have to be entered by the patient.</translation>
    </message>
    <message>
        <source>職員が入力してよいか未回答です。ご本人（保護者）に確かめてください。</source>
        <translation>Whether staff may enter answers is not answered. Please ask the person (guardian).</translation>
    </message>
</context>
<context>
    <name>JapaneseDate</name>
    <message>
        <source>月</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>火</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>水</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>木</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>金</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>土</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>%1歳%2か月</source>
        <translation>%1 y %2 m</translation>
    </message>
</context>
<context>
    <name>PaperWatermark</name>
    <message>
        <source>訓練</source>
        <translation>TRAINING</translation>
    </message>
</context>
<context>
    <name>PasswordPolicy</name>
    <message>
        <source>パスワードは%1文字以上で、英字・数字・記号をすべて使ってください。名前は含められません。</source>
        <translation>The password needs %1 characters or more with letters, digits and signs. It must not hold the name.</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>男</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>女</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>その他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>不明</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>不明（%1）</source>
        <translation>Unknown (%1)</translation>
    </message>
    <message>
        <source>希望する</source>
        <translation>Wished</translation>
    </message>
    <message>
        <source>希望しない</source>
        <translation>Not wished</translation>
    </message>
    <message>
        <source>未回答</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>窓口で確認済み</source>
        <translation>Confirmed at the desk</translation>
    </message>
    <message>
        <source>なし</source>
        <translation>None</translation>
    </message>
    <message>
        <source>注意 %1件</source>
        <translation>%1 alert(s)</translation>
    </message>
    <message>
        <source>結果を見る</source>
        <translation>See the result</translation>
    </message>
    <message>
        <source>確認する</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>内容を見る</source>
        <translation>View</translation>
    </message>
    <message>
        <source>日付なし</source>
        <translation>No date</translation>
    </message>
    <message>
        <source>（予診のみ）</source>
        <translation>(examination only)</translation>
    </message>
    <message>
        <source>（回答なし）</source>
        <translation>(no answer)</translation>
    </message>
    <message>
        <source>%1&#x3000;保存されている回答：%2&#x3000;この画面の回答：%3</source>
        <translation>%1 – stored answer: %2 – answer on this screen: %3</translation>
    </message>
    <message>
        <source>%1年</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>カードと一致</source>
        <translation>Matches the card</translation>
    </message>
    <message>
        <source>声に出して確認済み</source>
        <translation>Confirmed aloud</translation>
    </message>
    <message>
        <source>氏名未確認</source>
        <translation>Name not confirmed</translation>
    </message>
    <message>
        <source>カードと不一致</source>
        <translation>Does not match the card</translation>
    </message>
    <message>
        <source>提出済</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>提出を確認中</source>
        <translation>Checking the submission</translation>
    </message>
    <message>
        <source>回答済み</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>下書き</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>予診票 %1件・記録 %2件</source>
        <translation>%1 forms, %2 records</translation>
    </message>
    <message>
        <source>まだ送信していません</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>職員の変更は、この端末に暗号化して保存しています。</source>
        <translation>The staff&apos;s changes are kept encrypted on this terminal.</translation>
    </message>
    <message>
        <source>下書き保存済</source>
        <translation>Draft saved</translation>
    </message>
    <message>
        <source>PMHに保存され、同じ内容であることを確かめました。</source>
        <translation>It is stored in PMH and was confirmed to be the same.</translation>
    </message>
    <message>
        <source>確認中</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>PMHに届いたかどうか、まだわかりません。内容はこの端末に残っています。</source>
        <translation>It is not known yet whether it reached PMH. The content is kept on this terminal.</translation>
    </message>
    <message>
        <source>競合</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>PMHには別の内容が保存されています。この端末の内容も残っています。</source>
        <translation>Something else is stored in PMH. The content of this terminal is kept too.</translation>
    </message>
    <message>
        <source>失敗</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>PMHには保存されていません。内容はこの端末に残っています。</source>
        <translation>It is not stored in PMH. The content is kept on this terminal.</translation>
    </message>
    <message>
        <source>読み取れません</source>
        <translation>Cannot be read</translation>
    </message>
    <message>
        <source>失効は未確認</source>
        <translation>Revocation not checked</translation>
    </message>
    <message>
        <source>%1 %2／%3ページ</source>
        <translation>%1 – page %2 of %3</translation>
    </message>
    <message>
        <source>未同意</source>
        <translation>not consented</translation>
    </message>
    <message>
        <source>漢字の字体が違います</source>
        <translation>Other forms of kanji</translation>
    </message>
    <message>
        <source>かなの書き方が違います</source>
        <translation>Kana are written otherwise</translation>
    </message>
    <message>
        <source>ローマ字のつづりが違います</source>
        <translation>Latin letters are spelt otherwise</translation>
    </message>
    <message>
        <source>表示できない字が記号になっています</source>
        <translation>A sign stands for a character that could not be shown</translation>
    </message>
    <message>
        <source>姓と名の区切りが違います</source>
        <translation>Family and given name are divided elsewhere</translation>
    </message>
    <message>
        <source>姓と名の順が違います</source>
        <translation>Family and given name are in another order</translation>
    </message>
    <message>
        <source>ミドルネームがありません</source>
        <translation>A middle name is missing</translation>
    </message>
    <message>
        <source>長い氏名が途中で切れています</source>
        <translation>A long name is cut off</translation>
    </message>
    <message>
        <source>旧氏か通称が使われています</source>
        <translation>A former or common name is used</translation>
    </message>
    <message>
        <source>生年月日がありません</source>
        <translation>There is no birth date</translation>
    </message>
    <message>
        <source>性別が違います</source>
        <translation>Another sex</translation>
    </message>
    <message>
        <source>住所が違います</source>
        <translation>Another address</translation>
    </message>
    <message>
        <source>氏名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>生年月日</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>性別</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>住所</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>（なし）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>カードと書き方が違う</source>
        <translation>Written otherwise than on the card</translation>
    </message>
    <message>
        <source>カード</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>別の記録</source>
        <translation>Another record</translation>
    </message>
    <message>
        <source>代理：保護者</source>
        <translation>Acting: guardian</translation>
    </message>
    <message>
        <source>代理：ご家族</source>
        <translation>Acting: relative</translation>
    </message>
    <message>
        <source>付き添いを確認</source>
        <translation>Check for a guardian</translation>
    </message>
    <message>
        <source>証明書は%1まで</source>
        <translation>Certificate until %1</translation>
    </message>
    <message>
        <source>ほかに、表示していない回答が %1問 違います</source>
        <translation>%1 more answers, not shown, differ</translation>
    </message>
    <message>
        <source>紙で提出</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>変更前に聞く</source>
        <translation>Ask before changing</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>未回答</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>要修正</source>
        <translation>To correct</translation>
    </message>
    <message>
        <source>要確認</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>変更</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>職員変更</source>
        <translation>Changed by staff</translation>
    </message>
    <message>
        <source>ほかの回答&#x3000;%1問&#x3000;&#x3000;前回と同じ %2・今回からの回答 %3・回答なし %4</source>
        <translation>Other answers: %1 – same as last time %2, new this time %3, no answer %4</translation>
    </message>
    <message>
        <source>（表示していません）</source>
        <translation>(not shown)</translation>
    </message>
    <message>
        <source>競合</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>値を確認</source>
        <translation>Check value</translation>
    </message>
    <message>
        <source>引き継ぎ</source>
        <translation>Taken over</translation>
    </message>
    <message>
        <source>（表示していない回答 %1）</source>
        <translation> (answers not shown: %1)</translation>
    </message>
</context>
<context>
    <name>ServiceWords</name>
    <message>
        <source>%1時%2分</source>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>%1月%2日%3</source>
        <translation>%1/%2 %3</translation>
    </message>
    <message>
        <source>マイナポータル</source>
        <translation>Mynaportal</translation>
    </message>
    <message>
        <source>オンライン資格確認等システム</source>
        <translation>the online eligibility system</translation>
    </message>
    <message>
        <source>PMH</source>
        <translation>PMH</translation>
    </message>
    <message>
        <source>情報提供ネットワークシステム</source>
        <translation>the information network system</translation>
    </message>
    <message>
        <source>医療保険者向け中間サーバ</source>
        <translation>the insurers&apos; intermediate server</translation>
    </message>
    <message>
        <source>紙の予診票をお渡しします。受付の職員にお声がけください。</source>
        <translation>We will give you a paper form. Please ask the staff at the desk.</translation>
    </message>
    <message>
        <source>%1ごろまで止まる予定です。</source>
        <translation>It should work again at about %1. </translation>
    </message>
    <message>
        <source>いま、カードでの受付を休止しています</source>
        <translation>Reception by card is not working now</translation>
    </message>
    <message>
        <source>%1が止まっています。%2紙で受け付けてください。復旧すると、この表示は消えます。</source>
        <translation>Not working: %1. %2Use paper. This notice goes when it works again.</translation>
    </message>
    <message>
        <source>いま、つながりにくくなっています</source>
        <translation>The connection is slow now</translation>
    </message>
    <message>
        <source>時間がかかることがあります。紙の予診票もあります。受付の職員にお声がけください。</source>
        <translation>It may take longer. There are paper forms too. Please ask the staff at the desk.</translation>
    </message>
    <message>
        <source>%1から返事がないか、遅れています。お急ぎの方は紙で受け付けてください。つながると、この表示は消えます。</source>
        <translation>No answer, or a late one: %1. Use paper for whoever cannot wait. This notice goes when it works again.</translation>
    </message>
    <message>
        <source>いま</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>%1まで</source>
        <translation>Until %1</translation>
    </message>
    <message>
        <source>%1から%2まで</source>
        <translation>From %1 to %2</translation>
    </message>
    <message>
        <source>%1、はじめての方の利用者登録はできません</source>
        <translation>%1: no registration for first-time users</translation>
    </message>
    <message>
        <source>以前に利用したことのある方は、このまま受付できます。はじめての方には紙の予診票をお渡しします。受付の職員にお声がけください。</source>
        <translation>If you have used this before, please go on. If it is your first time, we will give you a paper form. Please ask the staff at the desk.</translation>
    </message>
    <message>
        <source>%1が停止している時間帯です。利用者登録が済んでいない方は紙で受け付けてください。</source>
        <translation>Out of service: %1. Use paper for people who are not registered as users yet.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>暗証番号をこの端末で確かめる（オフ：ポータルの画面にまかせる）</source>
        <translation>Check the PIN at this terminal (off: leave it to the portal)</translation>
    </message>
    <message>
        <source>カードから氏名・住所・生年月日・性別を読む</source>
        <translation>Read name, address, birth date and sex from the card</translation>
    </message>
    <message>
        <source>試験用のルート証明書を認める（接続試験のときだけ）</source>
        <translation>Accept test root certificates (for connection tests only)</translation>
    </message>
    <message>
        <source>使うカードリーダーの名前（空：すべて）</source>
        <translation>Card readers to use (empty: all)</translation>
    </message>
    <message>
        <source>使わないカードリーダーの名前</source>
        <translation>Card readers not to use</translation>
    </message>
    <message>
        <source>ルート証明書を置くフォルダー</source>
        <translation>Folder of the root certificates</translation>
    </message>
    <message>
        <source>画面の数（one：1台を患者さんと職員で使う、two：患者さん用と職員用）</source>
        <translation>Displays (one: shared by patients and staff, two: one for each)</translation>
    </message>
    <message>
        <source>患者さん用の画面の名前（画面が2台のとき）</source>
        <translation>Name of the patient&apos;s display (with two displays)</translation>
    </message>
    <message>
        <source>画面の横幅（ミリメートル。0：画面からの通知にまかせる）</source>
        <translation>Width of the display (millimetres; 0: as the display reports)</translation>
    </message>
    <message>
        <source>画面の言語</source>
        <translation>Language of the screens</translation>
    </message>
    <message>
        <source>配色（light：明るい、dark：暗い、contrast：高コントラスト）</source>
        <translation>Colours (light, dark, contrast: high contrast)</translation>
    </message>
    <message>
        <source>文字の大きさ（パーセント）</source>
        <translation>Size of the text (per cent)</translation>
    </message>
    <message>
        <source>未完了の受付の下書きを残す時間（0：その日の終わりまで）</source>
        <translation>Hours to keep drafts of open receptions (0: until the end of the day)</translation>
    </message>
    <message>
        <source>監査記録と下書きを置くフォルダー（空：利用者のデータフォルダー）</source>
        <translation>Folder of the audit log and drafts (empty: the user&apos;s data folder)</translation>
    </message>
    <message>
        <source>同意の画面を開くブラウザーのコマンド（%uがアドレスになる。空：自動で探す）</source>
        <translation>Command of the browser for the consent (%u becomes the address; empty: search)</translation>
    </message>
    <message>
        <source>患者さんごとに複製するブラウザーのプロフィールのひな形（空：なし）</source>
        <translation>Template of the browser profile that is copied for each patient (empty: none)</translation>
    </message>
    <message>
        <source>接続プロファイルのファイル</source>
        <translation>File of the connection profile</translation>
    </message>
    <message>
        <source>職員の画面を自動で隠すまでの時間（分）</source>
        <translation>Minutes until the staff screen locks itself</translation>
    </message>
    <message>
        <source>プリンターの名前（空：既定のプリンター）</source>
        <translation>Printer (empty: the default printer)</translation>
    </message>
    <message>
        <source>印刷する枚数</source>
        <translation>Copies to print</translation>
    </message>
    <message>
        <source>専用のブラウザーがないとき、パソコンのふだんのブラウザーを使う（ログインが残ることがある）</source>
        <translation>Where no browser of our own is installed, use the computer&apos;s usual browser (a log-in may stay in it)</translation>
    </message>
    <message>
        <source>同じ契約でつなぐ受付端末の数（通信の回数を分け合う）</source>
        <translation>kiosks that share one contract (they share its rate)</translation>
    </message>
    <message>
        <source>プロキシの名前（proxy.modeがmanualのとき）</source>
        <translation>name of the proxy (where proxy.mode is manual)</translation>
    </message>
    <message>
        <source>プロキシのポート</source>
        <translation>port of the proxy</translation>
    </message>
    <message>
        <source>プロキシの利用者名（空：認証なし。パスワードはキーチェーンのproxy/password）</source>
        <translation>user of the proxy (empty: no authentication; the password is the keychain&apos;s entry proxy/password)</translation>
    </message>
    <message>
        <source>プロキシ（system：端末の設定にしたがう、none：使わない、manual：下の設定を使う、pac：自動設定ファイルを使う）</source>
        <translation>proxy (system: as this machine says, none, manual: the settings below, pac: an auto-config file)</translation>
    </message>
    <message>
        <source>プロキシの自動設定ファイル（proxy.modeがpacのとき、この端末にあるファイル）</source>
        <translation>proxy auto-config file on this machine (where proxy.mode is pac)</translation>
    </message>
    <message>
        <source>同意の画面を開くChromium・Chrome・Edgeのプログラム（空：自動で探す）</source>
        <translation>Chromium, Chrome or Edge program that opens the consent page (empty: the first that is found)</translation>
    </message>
    <message>
        <source>はじめに同意をお願いする情報（vaccination：予防接種、maternal-child：母子保健。あとからも足せる）</source>
        <translation>What the resident is asked for at first (vaccination, maternal-child; more can be asked for later)</translation>
    </message>
</context>
<context>
    <name>Validation</name>
    <message>
        <source>%1（%2つ目）</source>
        <translation>%1 (no. %2)</translation>
    </message>
    <message>
        <source>%1以上</source>
        <translation>%1 or more</translation>
    </message>
    <message>
        <source>%1以下</source>
        <translation>%1 or less</translation>
    </message>
</context>
<context>
    <name>uk::AnswerEditor</name>
    <message>
        <source>変更する</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>変更の理由</source>
        <translation>Reason of the change</translation>
    </message>
    <message>
        <source>変更の理由（自由に入力）</source>
        <translation>Reason of the change (free text)</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>ほかの理由</source>
        <translation>Another reason</translation>
    </message>
</context>
<context>
    <name>uk::AnswerInput</name>
    <message>
        <source>例：R7.11.8、2025/11/8</source>
        <translation>e.g. R7.11.8, 2025/11/8</translation>
    </message>
    <message>
        <source>例：R7.11、2025/11</source>
        <translation>e.g. R7.11, 2025/11</translation>
    </message>
    <message>
        <source>例：1歳2か月</source>
        <translation>e.g. 1歳2か月</translation>
    </message>
    <message>
        <source>%1（%2年）</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>uk::BlankFormScreen</name>
    <message>
        <source>白紙には、氏名も回答も印刷されません。手書きで使います。</source>
        <translation>Blank sheets hold no name and no answer. They are filled in by hand.</translation>
    </message>
    <message>
        <source>白紙の予診票</source>
        <translation>Blank questionnaires</translation>
    </message>
    <message>
        <source>まだ様式がありません。予診票を一度受け付けると、ここから白紙で印刷できるようになります。</source>
        <translation>No forms yet. Once a questionnaire has been received, it can be printed blank from here.</translation>
    </message>
    <message>
        <source>様式を選んでください</source>
        <translation>Choose a form</translation>
    </message>
</context>
<context>
    <name>uk::Button</name>
    <message numerus="yes">
        <source>%1 %n件</source>
        <translation>
            <numerusform>%1, %n item</numerusform>
            <numerusform>%1, %n items</numerusform>
        </translation>
    </message>
    <message>
        <source>キー %1</source>
        <translation>Key %1</translation>
    </message>
</context>
<context>
    <name>uk::CardCheckScreen</name>
    <message>
        <source>カードを読み取っています</source>
        <translation>Reading your card</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>紙の予診票で受付する</source>
        <translation>Check in on paper</translation>
    </message>
    <message>
        <source>もう一度ためす</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>訓練：カードを取る</source>
        <translation>Training: take the card</translation>
    </message>
    <message>
        <source>職員の方へ</source>
        <translation>For the staff</translation>
    </message>
    <message>
        <source>そのままお待ちください</source>
        <translation>Please wait</translation>
    </message>
    <message>
        <source>カードを動かさないでください。数秒で終わります。</source>
        <translation>Please do not move the card. This takes a few seconds.</translation>
    </message>
    <message>
        <source>職員の方へ %1</source>
        <translation>For the staff: %1</translation>
    </message>
    <message>
        <source>登録の画面を開く</source>
        <translation>Open the registration page</translation>
    </message>
    <message>
        <source>原因：%1</source>
        <translation>Cause: %1</translation>
    </message>
    <message>
        <source>続ける</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>uk::CardPicture</name>
    <message>
        <source>絵：カードをケースから出し、1枚だけ読み取り機の上に平らに置く</source>
        <translation>Picture: a single card, out of its case, laid flat on the reader</translation>
    </message>
    <message>
        <source>絵：カードが読み取り機の上にある</source>
        <translation>Picture: a card on the reader</translation>
    </message>
    <message>
        <source>絵：カード</source>
        <translation>Picture: a card</translation>
    </message>
    <message>
        <source>絵：ロックされたカード</source>
        <translation>Picture: a locked card</translation>
    </message>
    <message>
        <source>絵：カードと注意の印</source>
        <translation>Picture: a card with a warning sign</translation>
    </message>
    <message>
        <source>絵：カードを読み取り機から取る</source>
        <translation>Picture: a card taken from the reader</translation>
    </message>
    <message>
        <source>絵：カードと完了の印</source>
        <translation>Picture: a card with a check mark</translation>
    </message>
    <message>
        <source>ケースから出す</source>
        <translation>Take it out of its case</translation>
    </message>
    <message>
        <source>カード1枚だけを
平らに置く</source>
        <translation>Lay one card
flat</translation>
    </message>
</context>
<context>
    <name>uk::CertificateScreen</name>
    <message>
        <source>書類は、届いたままの内容で印刷します。</source>
        <translation>The document is printed exactly as received.</translation>
    </message>
</context>
<context>
    <name>uk::ChoosePersonScreen</name>
    <message>
        <source>連携をやめる</source>
        <translation>Stop linking</translation>
    </message>
    <message>
        <source>どなたのカードですか</source>
        <translation>Whose card is it?</translation>
    </message>
    <message>
        <source>ご本人のカード</source>
        <translation>My own card</translation>
    </message>
    <message>
        <source>お子さま・ご家族のカード</source>
        <translation>My child&apos;s or family&apos;s card</translation>
    </message>
    <message>
        <source>読み取らないで進む（職員が口頭で確認します）</source>
        <translation>Go on without reading (the staff will ask you)</translation>
    </message>
    <message>
        <source>操作している方が、受付を受けます</source>
        <translation>You are checking in yourself</translation>
    </message>
    <message>
        <source>お子さまやご家族の代わりに操作しています</source>
        <translation>You are acting for a child or relative</translation>
    </message>
    <message>
        <source>きょう受付する方のカードを置いてください。お名前を確かめるために、カードからお名前・生年月日・性別・住所を読み取ります。マイナンバー（個人番号）は読み取りません。</source>
        <translation>The card has to be that of the person who is checking in today. To make sure of the name, we read name, date of birth, sex and address from the card. We do not read the My Number.</translation>
    </message>
</context>
<context>
    <name>uk::ClosingPage</name>
    <message>
        <source>終了しています</source>
        <translation>Ending the program</translation>
    </message>
    <message>
        <source>送信の結果を確かめ、連携を取り消しています。10秒ほどで終わります。電源はまだ切らないでください。</source>
        <translation>Waiting for the outcome of what was sent and ending the sharing. This takes about 10 seconds. Please do not switch off yet.</translation>
    </message>
</context>
<context>
    <name>uk::ConsentScreen</name>
    <message>
        <source>情報を受け取るところ</source>
        <translation>Who receives the information</translation>
    </message>
    <message>
        <source>使う目的</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>期間</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>連携をやめる</source>
        <translation>Stop linking</translation>
    </message>
    <message>
        <source>次の情報を受け取ってもよいですか</source>
        <translation>May we receive the following information?</translation>
    </message>
    <message>
        <source>同意しない場合も、紙の予診票で受付できます。受付の順番は変わりません。</source>
        <translation>If you do not agree, you can check in on paper. Your place in the queue stays the same.</translation>
    </message>
    <message>
        <source>同意する</source>
        <translation>I agree</translation>
    </message>
    <message>
        <source>同意しない</source>
        <translation>I do not agree</translation>
    </message>
    <message>
        <source>受け取る情報（これだけ）</source>
        <translation>What is received (no more)</translation>
    </message>
</context>
<context>
    <name>uk::CurtainScreen</name>
    <message>
        <source>職員にお渡しください</source>
        <translation>Please hand this to the staff</translation>
    </message>
    <message>
        <source>入力はおわりました。ありがとうございました。</source>
        <translation>The entry is finished. Thank you.</translation>
    </message>
    <message>
        <source>職員：画面を開く</source>
        <translation>Staff: open the screen</translation>
    </message>
    <message>
        <source>職員が確認しています</source>
        <translation>The staff are checking</translation>
    </message>
    <message>
        <source>カードをお取りください</source>
        <translation>Please take your card</translation>
    </message>
    <message>
        <source>カードを取って、この端末を職員にお渡しください。</source>
        <translation>Take your card and hand this device to the staff.</translation>
    </message>
</context>
<context>
    <name>uk::DigitPad</name>
    <message>
        <source>1文字けす</source>
        <translation>Delete one</translation>
    </message>
    <message>
        <source>決定</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>uk::DocumentPlace</name>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>uk::DocumentScreen</name>
    <message>
        <source>ページ</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>拡大・縮小</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>戻る</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>uk::DocumentView</name>
    <message>
        <source>この端末では、一部の文字が表示されないことがあります</source>
        <translation>Some characters may not be shown on this terminal</translation>
    </message>
    <message>
        <source>書類に埋め込まれていない文字は描けません。文字が欠けているときは印刷せず、IT担当者に知らせてください。</source>
        <translation>Characters that are not embedded in the document cannot be drawn. If any are missing, do not print; tell your IT staff.</translation>
    </message>
    <message>
        <source>前のページ</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>次のページ</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>縮小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>拡大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>幅に合わせる</source>
        <translation>Fit the width</translation>
    </message>
    <message>
        <source>文字で読む</source>
        <translation>Read as text</translation>
    </message>
    <message>
        <source>ページの一覧</source>
        <translation>List of pages</translation>
    </message>
    <message>
        <source>書類の文字</source>
        <translation>Text of the document</translation>
    </message>
    <message>
        <source>%1ページ目</source>
        <translation>Page %1</translation>
    </message>
    <message>
        <source>%1／%2ページ</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>文字を読んでいます…</source>
        <translation>Reading the text…</translation>
    </message>
    <message>
        <source>このページには読み取れる文字がありません。</source>
        <translation>This page holds no readable text.</translation>
    </message>
</context>
<context>
    <name>uk::EndScreen</name>
    <message>
        <source>おわりました</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>この端末に、あなたの情報は残っていません。</source>
        <translation>None of your information is left on this terminal.</translation>
    </message>
    <message>
        <source>はじめの画面に戻る</source>
        <translation>Back to the first screen</translation>
    </message>
    <message>
        <source>職員用：白紙の予診票を印刷する</source>
        <translation>Staff: print a blank questionnaire</translation>
    </message>
</context>
<context>
    <name>uk::EntryScreen</name>
    <message>
        <source>前の質問に戻る</source>
        <translation>Back to the previous question</translation>
    </message>
    <message>
        <source>おわる</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>わからない・とばす</source>
        <translation>I don&apos;t know – skip</translation>
    </message>
    <message>
        <source>送信する</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>送信しないで職員に渡す</source>
        <translation>Hand to staff without sending</translation>
    </message>
    <message>
        <source>これでよい</source>
        <translation>This is correct</translation>
    </message>
    <message>
        <source>次の質問へ</source>
        <translation>Next question</translation>
    </message>
    <message>
        <source>この予診票を送信しますか</source>
        <translation>Send this questionnaire?</translation>
    </message>
    <message>
        <source>ご本人（保護者の方）が送信することになっています。送信すると、回答が予診票として提出されます。</source>
        <translation>You (or the guardian) are the one who sends it. Once sent, the answers are submitted as your questionnaire.</translation>
    </message>
    <message>
        <source>質問 %1／%2</source>
        <translation>Question %1 of %2</translation>
    </message>
    <message>
        <source>&#x3000;%1つめ</source>
        <translation>, no. %1</translation>
    </message>
</context>
<context>
    <name>uk::FormScreen</name>
    <message>
        <source>紙には、画面の回答と記入欄が印刷されます。</source>
        <translation>The sheet holds the answers on screen and the fields to fill in.</translation>
    </message>
    <message>
        <source>紙の予診票</source>
        <translation>Questionnaire on paper</translation>
    </message>
    <message>
        <source>電子で提出済みです。</source>
        <translation>Submitted electronically.</translation>
    </message>
    <message>
        <source>印刷するのは控えです。</source>
        <translation>What you print is a copy.</translation>
    </message>
    <message>
        <source>紙で提出します（%1）。</source>
        <translation>Handed in on paper (%1).</translation>
    </message>
    <message>
        <source>受付の一覧に「紙で提出」と表示されます。</source>
        <translation>The list at reception shows “On paper”.</translation>
    </message>
    <message>
        <source>提出の方法は、まだ電子のままです。</source>
        <translation>It is still to be submitted electronically.</translation>
    </message>
    <message>
        <source>印刷しただけでは、紙での提出になりません。</source>
        <translation>Printing alone does not make it a paper submission.</translation>
    </message>
    <message numerus="yes">
        <source>画面で隠している質問も印刷する（%n問）</source>
        <translation>
            <numerusform>Print the covered question too (%n)</numerusform>
            <numerusform>Print the covered questions too (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>紙での提出をやめる</source>
        <translation>Do not hand in on paper</translation>
    </message>
    <message>
        <source>この予診票は紙で提出する</source>
        <translation>Hand this questionnaire in on paper</translation>
    </message>
</context>
<context>
    <name>uk::HandoverPanel</name>
    <message>
        <source>お渡しする相手の確認</source>
        <translation>Check of the recipient</translation>
    </message>
    <message>
        <source>もう1人の職員が確かめる</source>
        <translation>Check by a second staff member</translation>
    </message>
    <message>
        <source>受付中の人</source>
        <translation>Person being received</translation>
    </message>
    <message>
        <source>書類に</source>
        <translation>On the document</translation>
    </message>
    <message>
        <source>氏名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>フリガナ</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>生年月日</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>書類の文字を読んでいます。少し待ってから、もう一度押してください。</source>
        <translation>The document&apos;s text is being read. Wait a little and press again.</translation>
    </message>
    <message>
        <source>受付中の人と書類が一致しません。もう1人の職員と確かめてください。</source>
        <translation>The document does not match the person being received. Check it with a second staff member.</translation>
    </message>
    <message>
        <source>保護者に氏名と生年月日を確かめ、印を付けてください。</source>
        <translation>Confirm name and birth date with the guardian and set the tick.</translation>
    </message>
    <message>
        <source>ご本人に氏名と生年月日を確かめ、印を付けてください。</source>
        <translation>Confirm name and birth date with the person and set the tick.</translation>
    </message>
    <message>
        <source>保護者に、氏名と生年月日を確かめた</source>
        <translation>Name and birth date confirmed with the guardian</translation>
    </message>
    <message>
        <source>ご本人に、氏名と生年月日を確かめた</source>
        <translation>Name and birth date confirmed with the person</translation>
    </message>
    <message>
        <source>書類の文字を読んでいます</source>
        <translation>Reading the text of the document</translation>
    </message>
    <message>
        <source>受付中の人と書類が一致</source>
        <translation>The document matches this person</translation>
    </message>
    <message>
        <source>書類の文字を読み取れません</source>
        <translation>The text of the document cannot be read</translation>
    </message>
    <message>
        <source>一致しません（2人目の職員が確認済み）</source>
        <translation>No match (checked by a second member of staff)</translation>
    </message>
    <message>
        <source>受付中の人と書類が一致しません</source>
        <translation>The document does not match this person</translation>
    </message>
    <message>
        <source>読んでいます</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>読み取れません</source>
        <translation>Not readable</translation>
    </message>
    <message>
        <source>同じです</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>ありません</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>画像だけの書類です。書類の氏名と生年月日を目で確かめてください。</source>
        <translation>This document consists of images only. Check the name and birth date in it by eye.</translation>
    </message>
    <message>
        <source>渡さないでください。別の人の書類かもしれません。もう1人の職員と確かめるまで印刷できません。</source>
        <translation>Do not hand it over. It may be another person&apos;s document. It cannot be printed until a second member of staff has checked it.</translation>
    </message>
    <message>
        <source>書類の文字を読み取れません。紙面の氏名を、もう1人の職員と確かめてください。</source>
        <translation>The text of the document cannot be read. Check the name on the page together with another member of staff.</translation>
    </message>
</context>
<context>
    <name>uk::IdleScreen</name>
    <message>
        <source>カードを置いてください</source>
        <translation>Please put down your card</translation>
    </message>
    <message>
        <source>いま、カードを使えません</source>
        <translation>Cards cannot be used now</translation>
    </message>
    <message>
        <source>カードの受付が止まっています。職員をお呼びください</source>
        <translation>Cards are not accepted now. Please call the staff</translation>
    </message>
    <message>
        <source>読み取り機が見つかりません。職員をお呼びください</source>
        <translation>The reader was not found. Please call the staff</translation>
    </message>
    <message>
        <source>そのままお待ちください</source>
        <translation>Please wait</translation>
    </message>
    <message>
        <source>カードを確認しています</source>
        <translation>Checking the card</translation>
    </message>
    <message>
        <source>カードを読めません。カードだけを、もう一度平らに置いてください</source>
        <translation>The card cannot be read. Please lay only the card flat once more</translation>
    </message>
    <message>
        <source>読み取り機は使えます。カードを待っています</source>
        <translation>The reader is ready. Waiting for a card</translation>
    </message>
    <message>
        <source>カードを使わずに受付する</source>
        <translation>Check in without a card</translation>
    </message>
    <message>
        <source>ことばをえらぶ&#x3000;Language</source>
        <translation>ことばをえらぶ&#x3000;Language</translation>
    </message>
    <message>
        <source>文字を大きく</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>きょうは、紙の予診票で受付できます</source>
        <translation>You can check in on paper today</translation>
    </message>
</context>
<context>
    <name>uk::KeySheet</name>
    <message>
        <source>この画面で使えるキー</source>
        <translation>Keys on this screen</translation>
    </message>
    <message>
        <source>閉じる（Esc）</source>
        <translation>Close (Esc)</translation>
    </message>
</context>
<context>
    <name>uk::LinkingScreen</name>
    <message>
        <source>説明を読み、利用規約に同意する</source>
        <translation>Read the explanation and accept the terms</translation>
    </message>
    <message>
        <source>カードでログインする</source>
        <translation>Log in with the card</translation>
    </message>
    <message>
        <source>「連携する」を押す</source>
        <translation>Press &quot;連携する&quot; (link)</translation>
    </message>
    <message>
        <source>連携をやめる</source>
        <translation>Stop linking</translation>
    </message>
    <message>
        <source>マイナポータルの画面で、手続きをしてください</source>
        <translation>Please follow the steps in the Mynaportal window</translation>
    </message>
    <message>
        <source>カードは置いたままにしてください。終わると、この画面は自動で変わります。</source>
        <translation>Please leave the card there. This screen changes by itself when it is done.</translation>
    </message>
    <message>
        <source>カードでご本人を確かめる</source>
        <translation>Confirm who you are with your card</translation>
    </message>
    <message>
        <source>「登録する」を押す</source>
        <translation>Press 登録する (register)</translation>
    </message>
    <message>
        <source>マイナポータルの画面で、利用の登録をしてください</source>
        <translation>Please register on the MynaPortal page</translation>
    </message>
    <message>
        <source>登録が終わると、続けて連携の手続きの画面が開きます。カードは置いたままにしてください。</source>
        <translation>When you are registered, the page for sharing opens by itself. Please leave your card where it is.</translation>
    </message>
    <message>
        <source>終わったら、ブラウザーを閉じてください</source>
        <translation>Please close the browser when you are done</translation>
    </message>
</context>
<context>
    <name>uk::Mark</name>
    <message>
        <source>受付</source>
        <translation>Reception</translation>
    </message>
</context>
<context>
    <name>uk::NameLabel</name>
    <message>
        <source>%1（画面に出せない字 %2）</source>
        <comment>reading, code points</comment>
        <translation>%1 (characters that cannot be shown: %2)</translation>
    </message>
    <message>
        <source>読み不明</source>
        <translation>Reading unknown</translation>
    </message>
</context>
<context>
    <name>uk::NamePanel</name>
    <message>
        <source>声に出して確かめた</source>
        <translation>Confirmed aloud</translation>
    </message>
    <message>
        <source>氏名未確認</source>
        <translation>Name not confirmed</translation>
    </message>
    <message>
        <source>カードの氏名を読み取っていません。氏名と生年月日を声に出して、ご本人（保護者）に確かめてください。</source>
        <translation>The name was not read from the card. Say the name and the date of birth aloud and have the patient (or guardian) confirm them.</translation>
    </message>
    <message>
        <source>同じ人か、確かめてください</source>
        <translation>Is this the same person?</translation>
    </message>
    <message>
        <source>%1。下の2つを見くらべ、氏名と生年月日を声に出して、ご本人（保護者）に確かめてください。</source>
        <translation>%1. Compare the two below, and confirm name and date of birth aloud with the patient (guardian).</translation>
    </message>
    <message>
        <source>。</source>
        <translation>. </translation>
    </message>
    <message>
        <source>連携された情報</source>
        <translation>Linked data</translation>
    </message>
</context>
<context>
    <name>uk::NextSteps</name>
    <message>
        <source>カードをお取りください</source>
        <translation>Please take your card</translation>
    </message>
    <message>
        <source>マイナンバーカードを置いてください</source>
        <translation>Please put down your My Number Card</translation>
    </message>
    <message>
        <source>ケースから出して、カード1枚だけを平らに置きます。</source>
        <translation>Take it out of its case and lay one card flat on the reader.</translation>
    </message>
    <message>
        <source>カードを取り、もう一度置いてください</source>
        <translation>Take the card and put it down again</translation>
    </message>
    <message>
        <source>きょうは、紙の予診票で受付できます</source>
        <translation>You can check in on paper today</translation>
    </message>
    <message>
        <source>受付の順番は変わりません。職員が用紙をお渡しします。</source>
        <translation>You keep your place. The staff will bring the form.</translation>
    </message>
    <message>
        <source>わからないときは、職員をお呼びください</source>
        <translation>Please call the staff if you are not sure</translation>
    </message>
    <message>
        <source>下の「職員を呼ぶ」を押すと、職員がまいります。</source>
        <translation>Press “Call the staff” below, and somebody will come.</translation>
    </message>
    <message>
        <source>「登録の画面を開く」を押してください</source>
        <translation>Press “Open the registration page”</translation>
    </message>
    <message>
        <source>カードを置き、「もう一度ためす」を押してください</source>
        <translation>Lay your card down and press “Try again”</translation>
    </message>
    <message>
        <source>続けてよいかどうかを、もう一度おたずねします。</source>
        <translation>You will be asked once more whether we may go on.</translation>
    </message>
    <message>
        <source>登録のあと、連携の手続きが続きます</source>
        <translation>Sharing follows after the registration</translation>
    </message>
    <message>
        <source>もう一度はじめられます</source>
        <translation>You can start again</translation>
    </message>
    <message>
        <source>カードは置いたままで、画面のボタンを押してください。</source>
        <translation>Leave your card where it is and press the button on the screen.</translation>
    </message>
    <message>
        <source>登録は、ご自宅でもできます</source>
        <translation>You can register at home</translation>
    </message>
    <message>
        <source>登録は、次の機会にできます</source>
        <translation>You can register another time</translation>
    </message>
    <message>
        <source>ご自宅などのマイナポータルで登録することもできます。</source>
        <translation>You can also register in MynaPortal at home.</translation>
    </message>
    <message>
        <source>案内にそって、カードでご本人を確かめます。</source>
        <translation>Follow the page and confirm who you are with your card.</translation>
    </message>
    <message>
        <source>カードを置き、「登録の画面を開く」を押す</source>
        <translation>Lay your card down and press “Open the registration page”</translation>
    </message>
    <message>
        <source>同意の画面が自動で開きます。カードは置いたままで。</source>
        <translation>The consent page opens by itself. Leave your card there.</translation>
    </message>
    <message>
        <source>スマートフォンなどで、一度だけ登録をします。</source>
        <translation>Register once, for example on your smartphone.</translation>
    </message>
    <message>
        <source>お忘れにならないよう、先にお取りください。</source>
        <translation>Please take it first, so that it is not forgotten.</translation>
    </message>
    <message>
        <source>スマートフォンをお取りください</source>
        <translation>Please take your smartphone</translation>
    </message>
    <message>
        <source>置いてあるカードを、全部お取りください</source>
        <translation>Please take all cards away</translation>
    </message>
    <message>
        <source>読み取り機に何も置いていない状態にします。</source>
        <translation>Nothing should lie on the reader.</translation>
    </message>
    <message>
        <source>カードをケースから出してください</source>
        <translation>Please take the card out of its case</translation>
    </message>
    <message>
        <source>お財布やスマートフォンは、読み取り機から離します。</source>
        <translation>Keep purses and smartphones away from the reader.</translation>
    </message>
    <message>
        <source>受付する方のカードを、1枚だけ置いてください</source>
        <translation>Lay down one card only: that of who is checking in</translation>
    </message>
    <message>
        <source>ほかの方のカードは、そのあとで1枚ずつ置きます。</source>
        <translation>Other people&apos;s cards follow, one after the other.</translation>
    </message>
    <message>
        <source>向きを確かめて、1枚だけを置いてください</source>
        <translation>See which way it faces, and lay down one card</translation>
    </message>
    <message>
        <source>ほかのカードと重ねずに、平らに置きます。</source>
        <translation>Flat, and not on top of another card.</translation>
    </message>
    <message>
        <source>画面が変わるまで、動かさずにお待ちください</source>
        <translation>Leave it there until the screen changes</translation>
    </message>
    <message>
        <source>読み取りには、数秒かかります。</source>
        <translation>Reading takes a few seconds.</translation>
    </message>
    <message>
        <source>カードを置いたまま、少しお待ちください</source>
        <translation>Please leave the card there and wait a little</translation>
    </message>
    <message>
        <source>30秒たったら「もう一度ためす」を押してください。</source>
        <translation>After 30 seconds, press &quot;Try again&quot;.</translation>
    </message>
    <message>
        <source>きょうは、このまま受付できます</source>
        <translation>Today you can go on as usual</translation>
    </message>
    <message>
        <source>カードは置いたまま、「続ける」を押してください。</source>
        <translation>Leave the card there and press &quot;Go on&quot;.</translation>
    </message>
    <message>
        <source>後日、住民票のある市区町村の窓口へ</source>
        <translation>Later, go to the municipal office of your residence</translation>
    </message>
    <message>
        <source>このカードと、運転免許証などの身分証明書をお持ちになり、「暗証番号の再設定」とお伝えください。</source>
        <translation>Bring this card and proof of identity such as a driving licence, and ask for a PIN reset (暗証番号の再設定).</translation>
    </message>
    <message>
        <source>このカードと、運転免許証などの身分証明書をお持ちになり、「暗証番号の再設定」とお伝えください。急ぐ必要はありません。</source>
        <translation>Bring this card and proof of identity such as a driving licence, and ask for a PIN reset (暗証番号の再設定). There is no hurry.</translation>
    </message>
    <message>
        <source>あとで、職員がお名前をうかがいます</source>
        <translation>Staff will ask for your name later</translation>
    </message>
    <message>
        <source>お名前と生年月日を、声に出して確かめます。</source>
        <translation>They confirm name and date of birth with you aloud.</translation>
    </message>
    <message>
        <source>使いたい方は、住民票のある市区町村の窓口へ</source>
        <translation>To use a PIN, ask the municipal office of your residence</translation>
    </message>
    <message>
        <source>カードと、運転免許証などの身分証明書をお持ちください。</source>
        <translation>Bring this card and proof of identity such as a driving licence.</translation>
    </message>
    <message>
        <source>このカードをお持ちになり、「電子証明書の更新」とお伝えください。暗証番号を使います。</source>
        <translation>Bring this card and ask for a renewal (電子証明書の更新). You will need your PIN.</translation>
    </message>
    <message>
        <source>期限までに、住民票のある市区町村の窓口へ</source>
        <translation>Before it ends, go to the municipal office of your residence</translation>
    </message>
    <message>
        <source>このカードをお持ちになり、電子証明書を確かめてもらってください。</source>
        <translation>Bring this card and have its electronic certificate checked.</translation>
    </message>
    <message>
        <source>きょう受付する方のカードを置いてください</source>
        <translation>Lay down the card of who is checking in today</translation>
    </message>
    <message>
        <source>お子さまの受付には、お子さまのカードを置きます。</source>
        <translation>To check in a child, lay down the child&apos;s card.</translation>
    </message>
    <message>
        <source>このままでは続けられません</source>
        <translation>We cannot go on like this</translation>
    </message>
    <message>
        <source>きょうは、このカードでは続けられません</source>
        <translation>Today this card cannot be used here</translation>
    </message>
    <message>
        <source>カードを置きなおしてください</source>
        <translation>Please lay the card down again</translation>
    </message>
    <message>
        <source>カードの問題ではありません</source>
        <translation>Nothing is wrong with your card</translation>
    </message>
    <message>
        <source>このまま受付できます</source>
        <translation>You can go on as usual</translation>
    </message>
    <message>
        <source>カードを持って、「電子証明書の更新」とお伝えください。</source>
        <translation>Bring this card and ask for a renewal (電子証明書の更新).</translation>
    </message>
    <message>
        <source>直ると、またカードで受付できます</source>
        <translation>Once it works again, cards can be used</translation>
    </message>
    <message>
        <source>カードを置くだけで始まります。ボタンは要りません。</source>
        <translation>Just place your card; no button is needed.</translation>
    </message>
</context>
<context>
    <name>uk::PageCanvas</name>
    <message>
        <source>書類の%1ページ目</source>
        <translation>Page %1 of the document</translation>
    </message>
</context>
<context>
    <name>uk::PartFields</name>
    <message>
        <source>歳</source>
        <translation>years</translation>
    </message>
    <message>
        <source>%1：歳</source>
        <translation>%1: years</translation>
    </message>
    <message>
        <source>か月</source>
        <translation>months</translation>
    </message>
    <message>
        <source>%1：か月</source>
        <translation>%1: months</translation>
    </message>
    <message>
        <source>%1：年</source>
        <translation>%1: year</translation>
    </message>
    <message>
        <source>%1：月</source>
        <translation>%1: month</translation>
    </message>
    <message>
        <source>%1：日</source>
        <translation>%1: day</translation>
    </message>
    <message>
        <source>元号または西暦</source>
        <translation>Japanese era or Western year</translation>
    </message>
</context>
<context>
    <name>uk::PatientFlow</name>
    <message>
        <source>予防接種の予定と接種の記録</source>
        <translation>Planned vaccinations and the vaccination record</translation>
    </message>
    <message>
        <source>予診票の回答</source>
        <translation>Answers to the questionnaires</translation>
    </message>
    <message>
        <source>氏名・フリガナ・住所・生年月日・性別</source>
        <translation>Name, reading of the name, address, date of birth, sex</translation>
    </message>
    <message>
        <source>妊婦健診・乳幼児健診の記録と問診票</source>
        <translation>Records and questionnaires of check-ups in pregnancy and for infants</translation>
    </message>
    <message>
        <source>医療費助成の受給者証と自己負担の記録</source>
        <translation>Medical subsidy certificates and the record of your own payments</translation>
    </message>
    <message>
        <source>紙の予診票をお渡しします。受付の職員にお声がけください。</source>
        <translation>You will get the paper form. Please speak to the reception staff.</translation>
    </message>
    <message>
        <source>この受付が終わるまで（終わると連携を取り消します）</source>
        <translation>Until this check-in ends (then the link is withdrawn)</translation>
    </message>
    <message>
        <source>カードを確かめています。そのままお待ちください。</source>
        <translation>Your card is being checked. Please leave it there and wait.</translation>
    </message>
    <message>
        <source>待合でお待ちください。</source>
        <translation>Please wait in the waiting area.</translation>
    </message>
</context>
<context>
    <name>uk::PatientFrame</name>
    <message>
        <source>訓練中&#x3000;本物の受付ではありません</source>
        <translation>Training – this is not a real reception</translation>
    </message>
    <message>
        <source>訓練中</source>
        <translation>Training</translation>
    </message>
</context>
<context>
    <name>uk::PatientScreen</name>
    <message>
        <source>職員を呼びました</source>
        <translation>The staff have been called</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>Call the staff</translation>
    </message>
</context>
<context>
    <name>uk::PersonHeader</name>
    <message>
        <source>受付中の人</source>
        <translation>Person being received</translation>
    </message>
    <message>
        <source>生年月日</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>年齢</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>性別</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <comment>birth date in the era, western year</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>uk::PinBoxes</name>
    <message>
        <source>暗証番号 %1けたのうち%2けた入力ずみ</source>
        <translation>PIN: %2 of %1 digits entered</translation>
    </message>
</context>
<context>
    <name>uk::PinScreen</name>
    <message>
        <source>入力できるのは、あと1回です</source>
        <translation>You have one more try</translation>
    </message>
    <message>
        <source>数字4けたの暗証番号を入力してください</source>
        <translation>Please enter your four-digit PIN</translation>
    </message>
    <message>
        <source>「券面事項入力補助用」の暗証番号です。お名前などを読み取るために使います。カードを受け取ったときにご自分で決めた、数字4けたの番号です。</source>
        <translation>It is the PIN &quot;券面事項入力補助用&quot; (reading name and address): the four digits you chose when you received the card.</translation>
    </message>
    <message numerus="yes">
        <source>あと%n回 入力できます。</source>
        <translation>
            <numerusform>You have %n try left.</numerusform>
            <numerusform>You have %n tries left.</numerusform>
        </translation>
    </message>
    <message>
        <source>確認しています。カードはそのままにしてください。</source>
        <translation>Checking. Please leave the card there.</translation>
    </message>
    <message>
        <source>数字%1けたを入力してから、決定を押してください。</source>
        <translation>Please enter %1 digits, then press Enter.</translation>
    </message>
    <message>
        <source>まちがえても大丈夫です。</source>
        <translation>A slip does no harm.</translation>
    </message>
    <message>
        <source>連携をやめる</source>
        <translation>Stop linking</translation>
    </message>
    <message>
        <source>番号がわからない</source>
        <translation>I do not know the number</translation>
    </message>
    <message>
        <source>入力しないで、紙の予診票で受付する</source>
        <translation>Check in on paper without the PIN</translation>
    </message>
    <message>
        <source>番号がわかるので、入力する</source>
        <translation>I know the number and will enter it</translation>
    </message>
    <message>
        <source>番号がちがいました。
まちがえても大丈夫です。</source>
        <translation>The number was not right.
That can happen.</translation>
    </message>
    <message>
        <source>カードは置いたままにしてください。
番号は画面に出ません。</source>
        <translation>Please leave the card there.
The number is not shown.</translation>
    </message>
    <message>
        <source>もう一度まちがえると、この暗証番号がロックされます。ロックされると、住民票のある市区町村の窓口で手続きが必要です。番号に自信がないときは、入力しないで受付できます。</source>
        <translation>One more wrong entry locks this PIN. A locked PIN has to be reset at the municipal office of your residence. If you are not sure, you can check in without it.</translation>
    </message>
    <message>
        <source>職員の方へ %1&#x3000;%2</source>
        <translation>For staff %1&#x3000;%2</translation>
    </message>
    <message>
        <source>お子さま・ご家族のカードの、数字4けたの暗証番号を入力してください</source>
        <translation>Enter the four-digit PIN of the child&apos;s or relative&apos;s card</translation>
    </message>
    <message>
        <source>「利用者証明用」の暗証番号です。このカードを受け取ったときに決めた、数字4けたの番号です。</source>
        <translation>It is the PIN for user authentication (利用者証明用): the four digits that were chosen when this card was received.</translation>
    </message>
    <message>
        <source>いま置いてあるカードの、「券面事項入力補助用」の暗証番号です。あなたのカードの番号ではありません。このカードを受け取ったときに決めた、数字4けたの番号です。</source>
        <translation>It is the PIN for card data input (券面事項入力補助用) of the card on the reader, not that of your own card: the four digits that were chosen when this card was received.</translation>
    </message>
</context>
<context>
    <name>uk::PortalView</name>
    <message>
        <source>ポータルの画面を閉じる</source>
        <translation>Close the portal</translation>
    </message>
    <message>
        <source>ポータルの「%1」</source>
        <translation>The portal’s “%1”</translation>
    </message>
</context>
<context>
    <name>uk::PortalWindow</name>
    <message>
        <source>しばらくお待ちください。</source>
        <translation>Please wait a moment.</translation>
    </message>
</context>
<context>
    <name>uk::PrintPanel</name>
    <message>
        <source>%1 横</source>
        <translation>%1 landscape</translation>
    </message>
    <message>
        <source>%1 縦</source>
        <translation>%1 portrait</translation>
    </message>
    <message>
        <source>%1×%2 mm</source>
        <translation>%1×%2 mm</translation>
    </message>
    <message>
        <source>プリンター</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>印刷するもの</source>
        <translation>To print</translation>
    </message>
    <message>
        <source>用紙</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>部数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>印刷の記録</source>
        <translation>Print record</translation>
    </message>
    <message>
        <source>印刷</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>1部減らす</source>
        <translation>One copy less</translation>
    </message>
    <message>
        <source>部</source>
        <translation>copies</translation>
    </message>
    <message>
        <source>1部増やす</source>
        <translation>One copy more</translation>
    </message>
    <message>
        <source>%1・そのままの大きさ</source>
        <translation>%1, actual size</translation>
    </message>
    <message>
        <source>ページごとに違う大きさ・用紙に合わせる</source>
        <translation>Pages of different sizes, fitted to the paper</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>プリンターが見つかりません</source>
        <translation>The printer was not found</translation>
    </message>
    <message>
        <source>この書類は まだ0回</source>
        <translation>This document: not printed yet</translation>
    </message>
    <message numerus="yes">
        <source>この書類は すでに%n回</source>
        <translation>
            <numerusform>This document: printed %n time already</numerusform>
            <numerusform>This document: printed %n times already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>印刷が終わりました（%n枚）</source>
        <translation>
            <numerusform>Printed (%n sheet)</numerusform>
            <numerusform>Printed (%n sheets)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>プリンターに送りました（%n枚）</source>
        <translation>
            <numerusform>Sent to the printer (%n sheet)</numerusform>
            <numerusform>Sent to the printer (%n sheets)</numerusform>
        </translation>
    </message>
    <message>
        <source>終わったという知らせがまだありません。紙を確かめてください。</source>
        <translation>The end has not been reported yet. Check the paper.</translation>
    </message>
    <message>
        <source>印刷をやめました</source>
        <translation>Printing was cancelled</translation>
    </message>
    <message>
        <source>途中まで出た紙があれば細断してください。</source>
        <translation>Shred partly printed pages, if there are any.</translation>
    </message>
    <message>
        <source>印刷しています… やめる</source>
        <translation>Printing… Cancel</translation>
    </message>
    <message>
        <source>印刷する</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>紙%1枚</source>
        <translation>%1 sheet(s)</translation>
    </message>
</context>
<context>
    <name>uk::ProxyScreen</name>
    <message>
        <source>職員が回答を入力してもよいですか</source>
        <translation>May the staff enter answers for you?</translation>
    </message>
    <message>
        <source>体温など、窓口でうかがったことを、職員があなたの代わりに予診票に入力することがあります。</source>
        <translation>The staff may enter what you tell them at the desk, such as your temperature, into the questionnaire for you.</translation>
    </message>
    <message>
        <source>「いいえ」を選んでも、受付の順番は変わりません。必要なところは、この画面でご自分で入力できます。</source>
        <translation>If you choose No, your place in the queue does not change. You can enter what is needed yourself on this screen.</translation>
    </message>
    <message>
        <source>はい、入力してもよい</source>
        <translation>Yes, they may</translation>
    </message>
    <message>
        <source>いいえ、自分で入力する</source>
        <translation>No, I will enter it myself</translation>
    </message>
    <message>
        <source>答えないで職員に渡す</source>
        <translation>Hand to staff without answering</translation>
    </message>
</context>
<context>
    <name>uk::ReadingPane</name>
    <message>
        <source>はじめに戻る</source>
        <translation>Back to the start</translation>
    </message>
    <message>
        <source>つづきを見る</source>
        <translation>Read on</translation>
    </message>
</context>
<context>
    <name>uk::ReceptionScreen</name>
    <message>
        <source>次の方のカードが置かれています。</source>
        <translation>The next patient&apos;s card has been put down.</translation>
    </message>
    <message>
        <source>この受付を終えると、カードの確認を始めます。</source>
        <translation>It will be checked when this reception is finished.</translation>
    </message>
    <message>
        <source>予防接種</source>
        <translation>Vaccination</translation>
    </message>
    <message>
        <source>医療費助成</source>
        <translation>Medical subsidy</translation>
    </message>
    <message>
        <source>取得していません</source>
        <translation>Not fetched</translation>
    </message>
    <message>
        <source>選ぶ</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>開く</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>もう一度取得する</source>
        <translation>Fetch again</translation>
    </message>
    <message>
        <source>受付を終える</source>
        <translation>Finish the reception</translation>
    </message>
    <message>
        <source>読み取れません</source>
        <translation>Cannot be read</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>証明書はありません</source>
        <translation>No certificate</translation>
    </message>
    <message>
        <source>接種済証を開く</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>%1 %2：接種済証を開く</source>
        <translation>%1 %2: open the certificate</translation>
    </message>
    <message>
        <source>予防接種&#x3000;%1</source>
        <translation>Vaccination – %1</translation>
    </message>
    <message>
        <source>きょうの予診票&#x3000;%1件</source>
        <translation>Today&apos;s questionnaires: %1</translation>
    </message>
    <message>
        <source>予診票</source>
        <translation>Questionnaire</translation>
    </message>
    <message>
        <source>回答の状態</source>
        <translation>State of the answers</translation>
    </message>
    <message>
        <source>PMHの注意</source>
        <translation>PMH warnings</translation>
    </message>
    <message>
        <source>接種の希望</source>
        <translation>Wish</translation>
    </message>
    <message>
        <source>代理入力</source>
        <translation>Proxy entry</translation>
    </message>
    <message>
        <source>次にすること</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>接種の記録&#x3000;%1件</source>
        <translation>Vaccination records: %1</translation>
    </message>
    <message>
        <source>患者さんに同意をお願いする</source>
        <translation>Ask the patient for consent</translation>
    </message>
    <message>
        <source>きょうの予診票&#x3000;取得できていません</source>
        <translation>Today&apos;s questionnaires: not fetched</translation>
    </message>
    <message>
        <source>接種の記録&#x3000;取得できていません</source>
        <translation>Vaccination records: not fetched</translation>
    </message>
    <message>
        <source>白紙の予診票</source>
        <translation>Blank questionnaires</translation>
    </message>
    <message>
        <source>共通の質問は1回で確認できます。提出は1件ずつ行われ、結果もそれぞれに出ます。</source>
        <translation>Shared questions are checked once. Each questionnaire is submitted on its own, with its own result.</translation>
    </message>
    <message>
        <source>同日分をまとめて確認（%1件）</source>
        <translation>Review the day together (%1)</translation>
    </message>
    <message>
        <source>母子保健&#x3000;問診票 %1件</source>
        <translation>Mother and child: %1 questionnaire(s)</translation>
    </message>
    <message>
        <source>母子保健&#x3000;同意をお願いする</source>
        <translation>Mother and child: ask for consent</translation>
    </message>
    <message>
        <source>乳幼児健診の問診票&#x3000;取得できていません</source>
        <translation>Check-up questionnaires: not received</translation>
    </message>
    <message>
        <source>乳幼児健診の問診票&#x3000;%1件</source>
        <translation>Check-up questionnaires: %1</translation>
    </message>
    <message>
        <source>問診票</source>
        <translation>Questionnaire</translation>
    </message>
    <message>
        <source>予防接種&#x3000;同意をお願いしていません</source>
        <translation>Vaccinations: consent not asked for</translation>
    </message>
</context>
<context>
    <name>uk::ResidentTray</name>
    <message>
        <source>訓練：置くカードを選ぶ（架空の人です）</source>
        <translation>Training: choose a card to put down (fictional people)</translation>
    </message>
    <message>
        <source>訓練：カードを取る</source>
        <translation>Training: take the card</translation>
    </message>
</context>
<context>
    <name>uk::ResultScreen</name>
    <message>
        <source>送信結果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>受付へ戻る</source>
        <translation>Back to reception</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>もう一度、結果を確かめる</source>
        <translation>Check the result again</translation>
    </message>
    <message>
        <source>職員の変更を残して確認し直す</source>
        <translation>Keep the staff&apos;s changes and review again</translation>
    </message>
    <message>
        <source>保存されている回答を使う</source>
        <translation>Use the stored answers</translation>
    </message>
</context>
<context>
    <name>uk::ReviewScreen</name>
    <message>
        <source>%1ページ</source>
        <translation>Page %1</translation>
    </message>
    <message>
        <source>確認がいる項目 %1件</source>
        <translation>%1 item(s) to check</translation>
    </message>
    <message>
        <source>確認がいる項目はありません</source>
        <translation>Nothing to check</translation>
    </message>
    <message>
        <source>PMHの注意 %1</source>
        <translation>PMH warning %1</translation>
    </message>
    <message>
        <source>確認した</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>PMHの注意 %1 を確認した</source>
        <translation>PMH warning %1 confirmed</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>質問</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>前回の回答</source>
        <translation>Last answer</translation>
    </message>
    <message>
        <source>今回の回答</source>
        <translation>This answer</translation>
    </message>
    <message>
        <source>職員の変更</source>
        <translation>Staff change</translation>
    </message>
    <message>
        <source>開いています</source>
        <translation>Unfolded</translation>
    </message>
    <message>
        <source>たたんでいます</source>
        <translation>Folded</translation>
    </message>
    <message>
        <source>（表示していません）</source>
        <translation>(not shown)</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>・%1回目</source>
        <translation>, no. %1</translation>
    </message>
    <message>
        <source>回答がありません</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>前回から変わりました</source>
        <translation>Changed since last time</translation>
    </message>
    <message>
        <source>表示する</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>（回答なし）</source>
        <translation>(no answer)</translation>
    </message>
    <message>
        <source>%1・%2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>元に戻す</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>変更する</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>見るだけの項目です</source>
        <translation>This item can only be viewed</translation>
    </message>
    <message>
        <source>行を足す</source>
        <translation>Add a row</translation>
    </message>
    <message>
        <source>行を消す</source>
        <translation>Remove the row</translation>
    </message>
    <message>
        <source>次の未確認へ</source>
        <translation>Next to check</translation>
    </message>
    <message>
        <source>すべて開く</source>
        <translation>Unfold all</translation>
    </message>
    <message>
        <source>受付へ戻る</source>
        <translation>Back to reception</translation>
    </message>
    <message>
        <source>下書き保存</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>提出する</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>確認がいる項目&#x3000;%1件</source>
        <translation>Items to check: %1</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>この予診票は見るだけです。</source>
        <translation>This questionnaire can only be viewed.</translation>
    </message>
    <message>
        <source>送信しています…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>確認前の注意 %1件</source>
        <translation>%1 warning(s) to confirm</translation>
    </message>
    <message>
        <source>下書きを保存しました。</source>
        <translation>The draft was saved.</translation>
    </message>
    <message>
        <source>PMHに保存され、同じ内容であることを確かめました。提出はまだです。</source>
        <translation>It was stored in PMH and found to be the same. It has not been submitted yet.</translation>
    </message>
    <message>
        <source>新しい回答：%1</source>
        <translation>Newer answer: %1</translation>
    </message>
    <message>
        <source>患者さんがこの画面で入力</source>
        <translation>Entered here by the patient</translation>
    </message>
    <message>
        <source>前回の回答から引き継ぎ</source>
        <translation>Taken over from last time</translation>
    </message>
    <message>
        <source>新しい回答を使う</source>
        <translation>Use the newer answer</translation>
    </message>
    <message>
        <source>職員の変更を使う</source>
        <translation>Use the staff change</translation>
    </message>
    <message>
        <source>回答済み：下書きにはできません</source>
        <translation>Answered: no drafts</translation>
    </message>
    <message>
        <source>変更の前に、確かめてください。</source>
        <translation>Please check before changing anything.</translation>
    </message>
    <message>
        <source>提出の前に、確かめてください。</source>
        <translation>Please check before submitting.</translation>
    </message>
    <message>
        <source>紙に印刷</source>
        <translation>Print on paper</translation>
    </message>
    <message>
        <source>患者さんが入力中です。</source>
        <translation>The patient is entering answers.</translation>
    </message>
    <message>
        <source>患者さんの画面で「おわる」が押されると、ここに戻ります。</source>
        <translation>This screen comes back when the patient presses “Finish”.</translation>
    </message>
    <message>
        <source>患者さんに入力してもらう</source>
        <translation>Let the patient enter</translation>
    </message>
    <message>
        <source>患者さんに送信してもらう</source>
        <translation>Let the patient send</translation>
    </message>
    <message>
        <source>前回の回答（引き継ぎの候補）が %1問あります。</source>
        <translation>%1 previous answers can be taken over.</translation>
    </message>
    <message>
        <source>きょうも同じか確かめてから引き継いでください。体調の質問は引き継ぎません。</source>
        <translation>Check that they are still true today before taking them over. Questions about today’s health are never taken over.</translation>
    </message>
    <message>
        <source>前回の回答（引き継ぎの候補）</source>
        <translation>Previous answer (can be taken over)</translation>
    </message>
    <message>
        <source>もとの回答：%1</source>
        <translation>Original answer: %1</translation>
    </message>
    <message>
        <source>引き継ぐ</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>患者さんに</source>
        <translation>To patient</translation>
    </message>
    <message>
        <source>患者さんに画面で聞く</source>
        <translation>Ask the patient on screen</translation>
    </message>
    <message>
        <source>画面を取り戻す</source>
        <translation>Take the screen back</translation>
    </message>
    <message>
        <source>すべて引き継ぐ</source>
        <translation>Take all over</translation>
    </message>
    <message>
        <source>次の行へ</source>
        <translation>Next row</translation>
    </message>
    <message>
        <source>前の行へ</source>
        <translation>Previous row</translation>
    </message>
    <message>
        <source>この行の前回の回答を引き継ぐ</source>
        <translation>Take over this row’s previous answer</translation>
    </message>
    <message>
        <source>この行を患者さんに入力してもらう</source>
        <translation>Let the patient enter this row</translation>
    </message>
    <message>
        <source>競合：新しい回答を使う</source>
        <translation>Conflict: use the new answer</translation>
    </message>
    <message>
        <source>競合：職員の変更を使う</source>
        <translation>Conflict: use the staff change</translation>
    </message>
    <message>
        <source>注意を確認した／選ぶ</source>
        <translation>Tick a warning / select</translation>
    </message>
</context>
<context>
    <name>uk::SameDayScreen</name>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>同日の予診票&#x3000;%1件</source>
        <translation>Questionnaires of the day: %1</translation>
    </message>
    <message>
        <source>いっしょに提出</source>
        <translation>Submit with the others</translation>
    </message>
    <message>
        <source>%1：いっしょに提出</source>
        <translation>%1: submit with the others</translation>
    </message>
    <message>
        <source>個別に開く</source>
        <translation>Open alone</translation>
    </message>
    <message>
        <source>%1：個別に開く</source>
        <translation>%1: open alone</translation>
    </message>
    <message>
        <source>そこへ移る</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>結果を確かめる</source>
        <translation>Check the result</translation>
    </message>
    <message>
        <source>どちらかを選ぶ</source>
        <translation>Choose one</translation>
    </message>
    <message>
        <source>もう一度提出</source>
        <translation>Submit again</translation>
    </message>
    <message>
        <source>PMHの注意 %1</source>
        <translation>PMH warning %1</translation>
    </message>
    <message>
        <source>すべて確認した</source>
        <translation>All checked</translation>
    </message>
    <message>
        <source>PMHの注意 %1 をすべて確認した</source>
        <translation>PMH warning %1: all checked</translation>
    </message>
    <message>
        <source>前の接種からの間隔</source>
        <translation>Since the previous dose</translation>
    </message>
    <message>
        <source>日数だけを数えています。接種できるかは、医師が判断します。</source>
        <translation>Only days are counted. The doctor decides whether the vaccination is possible.</translation>
    </message>
    <message>
        <source>%1・確認がいるもの %2問</source>
        <translation>%1, to be checked: %2</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>質問</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>前回の回答</source>
        <translation>Last answer</translation>
    </message>
    <message>
        <source>今回の回答</source>
        <translation>Answer now</translation>
    </message>
    <message>
        <source>職員の変更</source>
        <translation>Change by staff</translation>
    </message>
    <message>
        <source>ほかの回答&#x3000;%1問</source>
        <translation>Other answers: %1</translation>
    </message>
    <message>
        <source>開いています</source>
        <translation>Unfolded</translation>
    </message>
    <message>
        <source>たたんでいます</source>
        <translation>Folded</translation>
    </message>
    <message>
        <source>前回の回答：%1</source>
        <translation>Last answer: %1</translation>
    </message>
    <message>
        <source>%1・%2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>表示する</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>%1：表示する</source>
        <translation>%1: show</translation>
    </message>
    <message>
        <source>元に戻す</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>変更する</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>見るだけです</source>
        <translation>View only</translation>
    </message>
    <message>
        <source>%1件をまとめて変更</source>
        <translation>Change all %1</translation>
    </message>
    <message>
        <source>%1だけ変更</source>
        <translation>Change %1 alone</translation>
    </message>
    <message>
        <source>次の未確認へ</source>
        <translation>Next open item</translation>
    </message>
    <message>
        <source>すべて開く</source>
        <translation>Unfold all</translation>
    </message>
    <message>
        <source>受付へ戻る</source>
        <translation>Back to reception</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>読み取れない予診票があります</source>
        <translation>A questionnaire could not be read</translation>
    </message>
    <message>
        <source>%1は、ここにありません。受付へ戻って、理由を見てください。</source>
        <translation>%1 is not here. Go back to reception to see why.</translation>
    </message>
    <message>
        <source>代理入力の確認前：%1</source>
        <translation>Input by staff not confirmed: %1</translation>
    </message>
    <message>
        <source>職員が入力してよいか、ご本人（保護者）に画面を見せて確かめてください。</source>
        <translation>Show the screen to the person (guardian) and ask whether staff may enter the answers.</translation>
    </message>
    <message>
        <source>まだ提出できないもの %1件</source>
        <translation>Not ready yet: %1</translation>
    </message>
    <message>
        <source>送信しています…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>提出できる%1件を提出</source>
        <translation>Submit the %1 that are ready</translation>
    </message>
    <message>
        <source>残りを確認する</source>
        <translation>Go to what is left</translation>
    </message>
    <message>
        <source>患者さんに画面で聞く</source>
        <translation>Ask the patient on screen</translation>
    </message>
</context>
<context>
    <name>uk::SignInScreen</name>
    <message>
        <source>名前</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>役割</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>会場責任者</source>
        <translation>Person in charge</translation>
    </message>
    <message>
        <source>IT担当</source>
        <translation>IT staff</translation>
    </message>
    <message>
        <source>パスワード</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>パスワード（もう一度）</source>
        <translation>Password (again)</translation>
    </message>
    <message>
        <source>ほかの職員がログインする</source>
        <translation>Sign in as somebody else</translation>
    </message>
    <message>
        <source>患者さんの画面に戻る</source>
        <translation>Back to the patient&apos;s screen</translation>
    </message>
    <message>
        <source>はじめの設定</source>
        <translation>First set-up</translation>
    </message>
    <message>
        <source>画面をロックしています</source>
        <translation>The screen is locked</translation>
    </message>
    <message>
        <source>職員のログイン</source>
        <translation>Staff sign-in</translation>
    </message>
    <message>
        <source>続けるには、パスワードを入力してください。入力した内容は保持されています。</source>
        <translation>Enter your password to go on. What was entered is kept.</translation>
    </message>
    <message>
        <source>名前とパスワードを入力してください。</source>
        <translation>Enter your name and password.</translation>
    </message>
    <message>
        <source>アカウントを作る</source>
        <translation>Make the account</translation>
    </message>
    <message>
        <source>ロックを解除する</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>ログインする</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>訓練用のアカウント（架空）</source>
        <translation>Training accounts (fictional)</translation>
    </message>
    <message>
        <source>%1&#x3000;パスワード：%2</source>
        <translation>%1 – password: %2</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>確認しています…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>名前とパスワードの両方を入力してください。</source>
        <translation>Enter both the name and the password.</translation>
    </message>
    <message>
        <source>2つのパスワードが同じではありません。</source>
        <translation>The two passwords are not the same.</translation>
    </message>
    <message>
        <source>もう一度入力してください。</source>
        <translation>Please enter it again.</translation>
    </message>
    <message>
        <source>もう1人の職員の確認</source>
        <translation>Confirmation by another member of staff</translation>
    </message>
    <message>
        <source>この端末を管理する人のアカウントを作ります。%1</source>
        <translation>Create the account of the person who manages this terminal. %1</translation>
    </message>
    <message>
        <source>書類を一緒に確かめた、もう1人の職員の名前とパスワードを入力してください。</source>
        <translation>Enter the name and password of the other member of staff who checked the document with you.</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>確認した</source>
        <translation>Confirmed</translation>
    </message>
</context>
<context>
    <name>uk::StaffFlow</name>
    <message>
        <source>接種済証</source>
        <translation>Vaccination certificate</translation>
    </message>
    <message>
        <source>不要な行を消した</source>
        <translation>Removed a line that is not needed</translation>
    </message>
    <message>
        <source>%1月%2日（%3）%4</source>
        <translation>%3, %1/%2, %4</translation>
    </message>
    <message>
        <source>先に、氏名と生年月日を声に出して確かめてください（受付の画面）。</source>
        <translation>First confirm name and birth date aloud (on the reception screen).</translation>
    </message>
    <message>
        <source>%1
%2問・%3に確認</source>
        <translation>%1
%2 questions, seen on %3</translation>
    </message>
</context>
<context>
    <name>uk::StaffScreen</name>
    <message>
        <source>受付</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>送信結果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>次へ移る</source>
        <translation>Go to the next</translation>
    </message>
    <message>
        <source>前へ戻る</source>
        <translation>Go to the one before</translation>
    </message>
    <message>
        <source>選んだボタンを押す</source>
        <translation>Press the selected button</translation>
    </message>
    <message>
        <source>キーの一覧</source>
        <translation>List of keys</translation>
    </message>
</context>
<context>
    <name>uk::StaffTopBar</name>
    <message>
        <source>訓練</source>
        <translation>TRAINING</translation>
    </message>
    <message>
        <source>架空の人です</source>
        <translation>Fictional person</translation>
    </message>
    <message>
        <source>ロック</source>
        <translation>Lock</translation>
    </message>
</context>
<context>
    <name>uk::StepBar</name>
    <message>
        <source>カード</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>暗証番号</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>確認</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>カードを取る</source>
        <translation>Take card</translation>
    </message>
    <message>
        <source>%1／%2&#x3000;%3</source>
        <comment>step, number of steps, name of the step</comment>
        <translation>%1 of %2 – %3</translation>
    </message>
    <message>
        <source>%1段階のうち%2番目：%3</source>
        <translation>Step %2 of %1: %3</translation>
    </message>
</context>
<context>
    <name>uk::TakeCardScreen</name>
    <message>
        <source>連携をやめる</source>
        <translation>Stop linking</translation>
    </message>
    <message>
        <source>訓練：カードを取る</source>
        <translation>Training: take the card</translation>
    </message>
    <message>
        <source>カードをお取りください</source>
        <translation>Please take your card</translation>
    </message>
    <message>
        <source>このあとは、カードなしで受付を続けます。</source>
        <translation>The reception goes on without the card.</translation>
    </message>
    <message>
        <source>受付は終わりました。お忘れもののないようにお願いします。</source>
        <translation>The reception is finished. Please take all your belongings.</translation>
    </message>
    <message>
        <source>カードが残っています</source>
        <translation>A card has been left behind</translation>
    </message>
    <message>
        <source>カードを取るまで、次に進めません。</source>
        <translation>We cannot go on until the card is taken.</translation>
    </message>
    <message>
        <source>ブラウザーを閉じてください</source>
        <translation>Please close the browser</translation>
    </message>
    <message>
        <source>職員の方へ：ブラウザーを閉じ、ログインが残っていないことを確かめてください。</source>
        <translation>Staff: close the browser and make sure that no log-in is left.</translation>
    </message>
</context>
<context>
    <name>uk::TemperatureWheels</name>
    <message>
        <source>体温の整数</source>
        <translation>Temperature, whole degrees</translation>
    </message>
    <message>
        <source>体温の小数</source>
        <translation>Temperature, tenths</translation>
    </message>
</context>
<context>
    <name>uk::Wheel</name>
    <message>
        <source>%1を上げる</source>
        <translation>%1: up</translation>
    </message>
    <message>
        <source>%1を下げる</source>
        <translation>%1: down</translation>
    </message>
</context>
</TS>
