package org.foramen.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.foramen.stack.process.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServiceProcessIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final Console console = new Console(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    private LocalService service;
    private final List<ServiceProcess> started = new ArrayList<>();

    @BeforeEach
    void buildTheModule() throws IOException {
        Path target = Files.createDirectories(folder.resolve("target"));
        Path testClasses = Path.of(StubService.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        Files.writeString(target.resolve("runtime.classpath"), testClasses.toString());
        service = stub(Map.of());
    }

    @AfterEach
    void leaveNothingBehind() throws InterruptedException {
        ServiceProcess.stop(started);
    }

    @Test
    void aServiceIsAwaitedAndStoppedInOrder() throws Exception {
        ServiceProcess process = start(service);
        process.awaitReady(LIMIT);

        ServiceProcess.stop(List.of(process));

        assertThat(process.obituary()).contains("exit code 0").endsWith("Stopped in order");
    }

    @Test
    void aServiceThatEndsByItselfIsReportedWithTheEndOfItsLog() {
        ServiceProcess process = start(stub(Map.of("STUB_FAILS", "yes")));

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> process.awaitReady(LIMIT))
                .withMessage(
                        """
                        The stub ended by itself with exit code 3.
                        The end of %s:
                        The database is locked""",
                        folder.resolve("stub.log"));
    }

    @Test
    void aServiceThatIsNeverReadyIsReported() {
        ServiceProcess process = start(stub(Map.of("STUB_WAITS", "yes")));

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> process.awaitReady(Duration.ofSeconds(2)))
                .withMessageStartingWith("The stub did not say within 2 s that it is ready");
    }

    @Test
    void aServiceDoesNotOutliveItsLauncher() throws Exception {
        ProcessBuilder launched = new ProcessBuilder(service.command());
        launched.environment().putAll(service.environment());
        Process orphan = launched.start();

        orphan.getOutputStream().close();

        assertThat(orphan.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(orphan.exitValue()).isZero();
    }

    @Test
    void aModuleThatWasNotBuiltIsNamed(@TempDir Path empty) {
        LocalService unbuilt = new LocalService("stub", empty, "Main", service.port(), Map.of());

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> ServiceProcess.start(unbuilt, folder, console))
                .withMessageContaining("runtime.classpath is missing");
    }

    private ServiceProcess start(LocalService service) {
        ServiceProcess process = ServiceProcess.start(service, folder, console);
        started.add(process);
        return process;
    }

    private LocalService stub(Map<String, String> more) {
        Port port = new Port(Ports.free(), "the stub", "STUB_PORT");
        Map<String, String> environment = new HashMap<>(more);
        environment.put("SERVER_PORT", Integer.toString(port.number()));
        return new LocalService("stub", folder, StubService.class.getName(), port, environment);
    }
}
