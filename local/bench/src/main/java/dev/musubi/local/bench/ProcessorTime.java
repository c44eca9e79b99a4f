package dev.musubi.local.bench;

import java.time.Duration;

/** The processor time that the processes of a function have taken so far. */
final class ProcessorTime {
  private ProcessorTime() {}

  /** Of all living processes of this world that run {@code handler}. */
  static Duration of(String handler) {
    return ProcessHandle.current()
        .descendants()
        .map(ProcessHandle::info)
        .filter(info -> info.commandLine().filter(line -> line.endsWith(handler)).isPresent())
        .flatMap(info -> info.totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
