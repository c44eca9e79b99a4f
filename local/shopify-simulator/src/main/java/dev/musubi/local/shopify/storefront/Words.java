package dev.musubi.local.shopify.storefront;

/** The storefront's few words, in the shop's language. */
record Words(
    String products,
    String account,
    String login,
    String loginLead,
    String logout,
    String cart,
    String emptyCart,
    String toCheckout,
    String addToCart,
    String buyNow,
    String soldOut,
    String checkout,
    String thanks,
    String notFound) {

  private static final Words JA =
      new Words(
          "商品",
          "アカウント",
          "ログイン",
          "お客様を選んでください",
          "ログアウト",
          "カート",
          "カートは空です",
          "ご購入手続きへ",
          "カートに追加",
          "今すぐ購入",
          "売り切れ",
          "チェックアウト",
          "ご注文ありがとうございます",
          "ページが見つかりません");

  private static final Words EN =
      new Words(
          "Products",
          "Account",
          "Log in",
          "Choose a customer",
          "Log out",
          "Cart",
          "Your cart is empty",
          "Check out",
          "Add to cart",
          "Buy it now",
          "Sold out",
          "Checkout",
          "Thank you for your order",
          "Page not found");

  static Words in(boolean japanese) {
    return japanese ? JA : EN;
  }
}
