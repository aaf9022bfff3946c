package org.foramen.intake.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.foramen.content.ClinicContent;
import org.foramen.content.profile.Theme;
import org.foramen.intake.settings.IntakeSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The pages' script and the clinic's logo, as files that browsers may keep: their addresses change when they do. */
@RestController
class PageFiles {

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final MediaType JAVASCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final Theme theme;
    private final byte[] script = PageSource.script().getBytes(StandardCharsets.UTF_8);
    private final byte[] logo;

    PageFiles(ClinicContent content, IntakeSettings settings) {
        this.theme = content.clinic().theme();
        this.logo =
                theme.logo().isEmpty() ? new byte[0] : read(settings.content().resolve(theme.logo()));
    }

    /** The address of the script. */
    public String scriptAddress() {
        return "/form.js?" + version(script);
    }

    /** The address of the logo; null when the clinic has none. */
    public @Nullable String logoAddress() {
        return logo.length == 0 ? null : "/logo?" + version(logo);
    }

    @GetMapping("/form.js")
    ResponseEntity<byte[]> script() {
        return file(script, JAVASCRIPT);
    }

    @GetMapping("/logo")
    ResponseEntity<byte[]> logo() {
        if (logo.length == 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return file(logo, theme.logo().endsWith(".svg") ? SVG : MediaType.IMAGE_PNG);
    }

    private static ResponseEntity<byte[]> file(byte[] file, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)))
                .body(file);
    }

    private static String version(byte[] file) {
        CRC32 sum = new CRC32();
        sum.update(file);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the clinic's logo is missing or cannot be read", e);
        }
    }
}
