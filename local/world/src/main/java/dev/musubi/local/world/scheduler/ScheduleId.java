package dev.musubi.local.world.scheduler;

/** A schedule's group and its name, which is unique in the group. */
public record ScheduleId(String group, String name) {

  /** Holds what EventBridge Scheduler takes as names. */
  public ScheduleId {
    if (!group.matches("[0-9a-zA-Z-_.]{1,64}")) {
      throw ScheduleRefused.validation("'groupName' must be 1 to 64 of 0-9 a-z A-Z - _ .");
    }
    if (!name.matches("[0-9a-zA-Z-_.]{1,64}")) {
      throw ScheduleRefused.validation("'name' must be 1 to 64 of 0-9 a-z A-Z - _ .");
    }
  }

  @Override
  public String toString() {
    return group + "/" + name;
  }
}
