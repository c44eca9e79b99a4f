package dev.musubi.local.line;

import java.util.Map;

/**
 * What the consent page says, in the visitor's language; {@code %s} is the service's or the
 * account's name.
 */
record LoginWords(
    String language,
    String title,
    String question,
    Map<String, String> scopes,
    String visitor,
    String friend,
    String askFriend,
    String allow,
    String cancel,
    String goOn,
    String wrong) {

  private static final LoginWords JA =
      new LoginWords(
          "ja",
          "LINEログイン",
          "%s に次の情報の利用を許可しますか。",
          Map.of("profile", "表示名などのプロフィール", "openid", "ユーザー識別子", "email", "メールアドレス"),
          "LINEのユーザー",
          "%s を友だち追加する",
          "%s を友だち追加しますか。",
          "許可する",
          "キャンセル",
          "次へ",
          "ログインできません: %s");

  private static final LoginWords EN =
      new LoginWords(
          "en",
          "LINE Login",
          "Allow %s to use the following?",
          Map.of(
              "profile", "Your profile, such as your display name",
              "openid", "Your user identifier",
              "email", "Your email address"),
          "LINE user",
          "Add %s as a friend",
          "Add %s as a friend?",
          "Allow",
          "Cancel",
          "Next",
          "You can't log in: %s");

  /** Japanese unless the shop or the browser asks for English first. */
  static LoginWords of(String locales) {
    return locales.startsWith("en") ? EN : JA;
  }
}
