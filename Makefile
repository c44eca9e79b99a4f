## make test     every test, as CI runs them
## make demo     the whole product on this machine: http://127.0.0.1:8080 (MUSUBI_PORT), Ctrl-C ends it
## make build    the functions' zips, without tests; does nothing when nothing changed
## make sizes    the size of each function's zip
## make pictures the README's two pictures of the page, anew; needs Chromium (MUSUBI_CHROMIUM, else /usr/bin/chromium)
## make figures  time to ready, AWS calls per push and memory per function, measured on this machine
## make bench    speed beside yardsticks, on this machine; ONLY=webhooks for some, SIZE=0.1 for a tenth (docs/benchmarks.md)
## make jmh      time and memory of what is done inside one process
## make fuzz     a million inputs for every fuzz test (RUNS, SECONDS_EACH, AT_ONCE: docs/fuzzing.md)
## make sbom     what the zips are made of, with its licences: target/bom.json (CycloneDX)
## make simulate lives through made-up days by SEEDS (10000), DAYS (2), PEOPLE (3), or SEED again: docs/simulation.md
## make mutants  plants faults one by one and lets the simulation find them; SINCE=<commit> takes those in what changed
## make pit      how many of PIT's mutations of the core its tests notice
## make chaos    the real processes with everything going wrong for MINUTES (10), by SEED, with PEOPLE (2000): docs/simulation.md
## make format   formats the code as the build wants it
## make clean    removes everything that was built
##
## To deploy: sam build && sam deploy --guided (sam calls `make build-<function>` for each function).

# Works with GNU make 3.81 and bash 3.2, which macOS has.
SHELL := /bin/bash
JDK = JAVA_HOME=$$(.mvn/find-jdk) || exit 1; export JAVA_HOME
WORLD = $(JDK); exec nice -n 5 "$$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
	  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
	  -cp "local/world/target/classes:$$(cat local/world/target/dependencies.classpath)" dev.musubi.local.world

.PHONY: help test demo build sizes figures bench jmh pictures fuzz sbom simulate mutants chaos pit format clean

help:
	@sed -n 's/^## \{0,1\}//p' Makefile

test:
	@$(JDK); \
	find . -path '*/target/surefire-reports' -prune -exec rm -rf {} +; \
	./mvnw -B -ntp verify || exit 1; \
	find . -path '*/target/surefire-reports/*.txt' -exec cat {} + | awk -F '[:,]' ' \
	  /^Tests run/ { tests += $$2; failures += $$4; errors += $$6; skipped += $$8 } \
	  END { printf "All modules: %d tests, %d failures, %d errors, %d skipped\n", tests, failures, errors, skipped }'

# The shell becomes the world's process, so that a signal to make reaches it; the browser that looks at it goes before.
demo: build
	@$(WORLD).Demo

figures: build sizes
	@$(WORLD).Figures

BENCH = $(JDK); exec "$$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC \
	  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
	  -cp "local/bench/target/classes:$$(cat local/bench/target/dependencies.classpath)"

bench: build
	@$(BENCH) dev.musubi.local.bench.Bench $(if $(SIZE),--size=$(SIZE)) $(ONLY)

jmh: build
	@$(BENCH) org.openjdk.jmh.Main -prof gc $(ONLY)

pictures: build
	@$(JDK); exec "$$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
	  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
	  -cp "local/page-tests/target/classes:$$(cat local/page-tests/target/dependencies.classpath)" dev.musubi.local.page.Pictures

fuzz:
	@$(JDK); ./mvnw -q -B -ntp -pl local/fuzz -am -DskipTests package && local/fuzz/fuzz

sbom:
	@$(JDK); ./mvnw -q -B -ntp -pl "$$(ls functions/*/pom.xml | sed s,/pom.xml,, | paste -sd , -)" -am compile \
	  org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeAggregateBom -DincludeTestScope=false -DoutputFormat=json

SEEDS = 10000
DAYS = 2
PEOPLE = 3
HANDS = 2
SIMULATION = $(JDK); exec "$$JAVA_HOME/bin/java" $(COMPILER) -Xmx2g -XX:+UseSerialGC \
	  -cp "local/simulation/target/classes:$$(cat local/simulation/target/dependencies.classpath)" dev.musubi.local.simulation

simulate: build
	@$(SIMULATION).Simulate $(or $(SEED),1) $(if $(SEED),1,$(SEEDS)) $(DAYS) $(PEOPLE) $(HANDS)

# Those whose sources changed since a commit, or all.
TOUCHED = $(if $(SINCE),$(shell git diff --name-only $(SINCE) -- shared functions local/simulation/src/mutants \
	  | while read -r file; do grep -lxF "file $$file" local/simulation/src/mutants/*.mutant; ls "$$file" 2>/dev/null | grep mutant$$; done \
	  | sed -e 's|.*/||' -e 's|\.mutant$$||' | sort -u))

# Every fault is loaded anew: what compiles quickly wins over what runs fast in the end.
mutants: COMPILER = -XX:TieredStopAtLevel=1
mutants: build
ifdef SINCE
	@if [ -z "$(TOUCHED)" ]; then echo "Nothing that changed since $(SINCE) has a planted fault."; exit 0; fi; \
	$(SIMULATION).mutants.Mutants . $(HANDS) $(TOUCHED)
else
	@$(SIMULATION).mutants.Mutants . $(HANDS)
endif

# The real processes with everything going wrong.
MINUTES = 10
chaos: PEOPLE = 2000
chaos: build
	@$(JDK); exec nice -n 5 "$$JAVA_HOME/bin/java" -Xmx2g -XX:+UseSerialGC \
	  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
	  -cp "local/chaos/target/classes:$$(cat local/chaos/target/dependencies.classpath)" \
	  dev.musubi.local.chaos.Chaos $(or $(SEED),1) $(MINUTES) $(PEOPLE)

pit:
	@$(JDK); ./mvnw -q -B -ntp -pl shared/core test-compile org.pitest:pitest-maven:mutationCoverage

build:
	@.mvn/package-once

sizes: build
	@du -k functions/*/target/musubi-*.zip | sort -n | awk '{ sub(/.*\//, "", $$2); printf "%6.1f MB  %s\n", $$1 / 1024, $$2 }'

format:
	@$(JDK); ./mvnw -q -B -ntp spotless:apply

clean:
	@find . -name pom.xml -not -path '*/target/*' -execdir rm -rf target \;
	@rm -rf .aws-sam

# For sam: build-LineWebhookFunction unpacks the zip of functions/line-webhook into $(ARTIFACTS_DIR).
build-%: build
	@$(JDK); \
	folder=$$(echo '$*' | sed -e 's/Function$$//' -e 's/[A-Z]/-&/g' -e 's/^-//' | tr 'A-Z' 'a-z'); \
	zip="$(CURDIR)/functions/$$folder/target/musubi-$$folder.zip"; \
	if [ -z "$(ARTIFACTS_DIR)" ]; then echo "sam build calls this target; it sets ARTIFACTS_DIR." >&2; exit 1; fi; \
	if [ ! -f "$$zip" ]; then echo "There is no function $* in functions/." >&2; exit 1; fi; \
	cd "$(ARTIFACTS_DIR)" && "$$JAVA_HOME/bin/jar" xf "$$zip"
