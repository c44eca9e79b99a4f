package dev.musubi.local.world.web;

import dev.musubi.local.world.runtime.FunctionStats;
import dev.musubi.local.world.web.Interface.Behind;
import io.javalin.http.Context;
import java.util.List;

/** {@code POST /local/functions/{name}/kill}: ends a function's processes as a crash does. */
final class Kill {
  private final Behind world;

  Kill(Behind world) {
    this.world = world;
  }

  record Killed(String name, List<Long> pids) {}

  Killed answer(Context http) {
    String name = http.pathParam("name");
    List<String> names = world.cloud().lambda().stats().stream().map(FunctionStats::name).toList();
    if (!names.contains(name)) {
      throw Problem.unknown("function", name, names);
    }
    return new Killed(name, world.cloud().lambda().kill(name));
  }
}
