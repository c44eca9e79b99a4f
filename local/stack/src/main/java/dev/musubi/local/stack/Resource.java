package dev.musubi.local.stack;

/** One resource of the template. */
public sealed interface Resource
    permits LambdaFunction,
        HttpApi,
        Queue,
        Table,
        ScheduleGroup,
        Role,
        LogGroup,
        Alarm,
        Topic,
        ResourcePolicy {

  /** Its logical id, physical name and ARN. */
  Named named();
}
