package dev.musubi.local.simulation;

import dev.musubi.local.simulation.plan.ShopPlan;
import java.util.List;

/** What a story calls people, shops and products. */
final class Names {

  private static final List<String> PEOPLE =
      List.of("Hana", "Taro", "Yuki", "Ken", "Mei", "Sora", "Emma", "Luis", "Noa", "Jin");

  private static final int NUMBERS_A_SHOP = 1_000_000;
  private static final int SECOND_PHONE = 500;

  private final List<ShopPlan> shops;

  Names(List<ShopPlan> shops) {
    this.shops = shops;
  }

  String customer(int number) {
    int person = number % NUMBERS_A_SHOP;
    String name = PEOPLE.get((person - 1) % PEOPLE.size());
    int round = (person - 1) / PEOPLE.size();
    return round == 0 ? name : name + " " + (round + 1);
  }

  String account(int number) {
    int person = number % NUMBERS_A_SHOP;
    return person > SECOND_PHONE
        ? customer(number - SECOND_PHONE) + "'s second account"
        : customer(number);
  }

  String shop(int shop) {
    return shops.get(shop).handle();
  }
}
