package org.foramen.benchmarks.start;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The jar of a service with the same libraries in the same place, in which a bare application stands for its classes. */
final class BareJar {

    private static final String CLASSES = "BOOT-INF/classes/";

    private BareJar() {}

    /** @return where it was written, under the name of the service's own */
    static Path of(Path jar, Path folder) throws IOException {
        Path bare = Files.createDirectories(folder).resolve(jar.getFileName());
        try (JarFile from = new JarFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(bare))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                String name = entry.getName();
                if (name.equals(JarFile.MANIFEST_NAME)) {
                    write(to, new ZipEntry(name), manifest(from.getManifest()));
                } else if (!name.startsWith(CLASSES) || name.equals(CLASSES)) {
                    try (InputStream content = from.getInputStream(entry)) {
                        write(to, same(entry), content.readAllBytes());
                    }
                }
            }
            String application = BareApplication.class.getName().replace('.', '/') + ".class";
            write(to, new ZipEntry(CLASSES + application), classFile(application));
        }
        return bare;
    }

    private static byte[] manifest(Manifest manifest) throws IOException {
        manifest.getMainAttributes().put(new Attributes.Name("Start-Class"), BareApplication.class.getName());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    /** Libraries are stored as they are: Spring Boot reads jars in a jar only so. */
    private static ZipEntry same(ZipEntry entry) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setMethod(entry.getMethod());
        if (entry.getMethod() == ZipEntry.STORED) {
            copy.setSize(entry.getSize());
            copy.setCrc(entry.getCrc());
        }
        return copy;
    }

    private static byte[] classFile(String name) throws IOException {
        try (InputStream content = BareJar.class.getClassLoader().getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return content.readAllBytes();
        }
    }

    private static void write(ZipOutputStream to, ZipEntry entry, byte[] content) throws IOException {
        to.putNextEntry(entry);
        to.write(content);
        to.closeEntry();
    }
}
