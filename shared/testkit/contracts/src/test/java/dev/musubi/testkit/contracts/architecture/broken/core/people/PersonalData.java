package dev.musubi.testkit.contracts.architecture.broken.core.people;

public interface PersonalData {
  void erase(CustomerId customer);
}
