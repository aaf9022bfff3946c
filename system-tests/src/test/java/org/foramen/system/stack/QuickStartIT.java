package org.foramen.system.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.foramen.stack.process.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Java starts without an archive that does not fit, and says nothing; then the tests would only take longer. */
@ExtendWith(SharedStack.class)
@Timeout(300)
class QuickStartIT {

    @Test
    void theServicesOfTheTestsUseTheClassesOfAnEarlierStart(Stack stack) throws IOException {
        for (Service service : List.of(stack.intake(), stack.notifier())) {
            Path maps = Path.of("/proc", String.valueOf(service.program().pid()), "maps");

            assertThat(Files.readString(maps)).contains("quick-start/classes.jsa");
        }
    }
}
