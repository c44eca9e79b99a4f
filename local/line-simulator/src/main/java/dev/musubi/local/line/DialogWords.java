package dev.musubi.local.line;

import dev.musubi.local.line.AccountLinks.Refusal;

/** What the account link dialog says, in the visitor's language. */
enum DialogWords {
  JA(
      "ja",
      "アカウント連携",
      "このアカウントとLINEを連携しますか。連携はいつでも解除できます。",
      "LINEのユーザー",
      "公式アカウント",
      "連携する",
      "連携の手続きが完了しました。この画面を閉じてトークに戻ってください。"),
  EN(
      "en",
      "Account link",
      "Link this account with LINE? You can unlink it at any time.",
      "LINE user",
      "Official account",
      "Link",
      "Done. Close this page and go back to the chat.");

  private final String language;
  private final String title;
  private final String question;
  private final String visitor;
  private final String account;
  private final String confirm;
  private final String done;

  DialogWords(
      String language,
      String title,
      String question,
      String visitor,
      String account,
      String confirm,
      String done) {
    this.language = language;
    this.title = title;
    this.question = question;
    this.visitor = visitor;
    this.account = account;
    this.confirm = confirm;
    this.done = done;
  }

  /** Japanese unless the browser asks for English first. */
  static DialogWords of(String acceptLanguage) {
    return acceptLanguage.startsWith("en") ? EN : JA;
  }

  String language() {
    return language;
  }

  String title() {
    return title;
  }

  String question() {
    return question;
  }

  String visitor() {
    return visitor;
  }

  String account() {
    return account;
  }

  String confirm() {
    return confirm;
  }

  String done() {
    return done;
  }

  String refusal(Refusal why) {
    return switch (this) {
      case EN -> "This can't be linked: " + why.sentence() + ".";
      case JA ->
          switch (why) {
            case NONCE -> "連携できません。nonceは10〜255文字で指定してください。";
            case TOKEN -> "連携できません。リンクの有効期限が切れているか、すでに使われています。";
            case VISITOR -> "連携できません。LINEのユーザーが見つかりません。";
            case CHANNEL -> "連携できません。公式アカウントを shop で指定してください。";
          };
    };
  }
}
