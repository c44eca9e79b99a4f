package dev.musubi.local.line;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Puts the endpoints of OAuth and LINE Login together. */
final class LoginPlatform {
  private LoginPlatform() {}

  static List<OpenRoute> routes(Platform platform, InstantSource clock, RandomIds ids) {
    var channels = new TokenApi(platform, clock, ids);
    var people = new LoginTokenApi(platform, clock, ids);
    return Stream.of(
            channels.routes(),
            people.routes(),
            new SharedTokenApi(channels, people).routes(),
            new OldTokenApi(platform, clock, ids).routes(),
            new LoginUserApi(platform, clock).routes())
        .flatMap(List::stream)
        .toList();
  }
}
