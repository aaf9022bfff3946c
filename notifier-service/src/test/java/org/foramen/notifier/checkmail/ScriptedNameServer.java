package org.foramen.notifier.checkmail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name server (RFC 1035, by UDP) that knows what it was told. */
final class ScriptedNameServer implements AutoCloseable {

    private static final int HEADER = 12;
    private static final int TXT = 16;
    private static final int CNAME = 5;
    private static final int ANSWER = 0x8580; // authoritative, and asks others when it is asked to
    private static final int FAILURE = 2;
    private static final int NO_SUCH_NAME = 3;

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Map<String, List<List<String>>> texts = new ConcurrentHashMap<>();
    private final Map<String, String> aliases = new ConcurrentHashMap<>();
    private volatile String broken = "";

    ScriptedNameServer() throws IOException {
        Thread thread = new Thread(this::serve, "name-server");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "dns://127.0.0.1:" + socket.getLocalPort();
    }

    /** @param records each in its pieces, of 255 letters at most */
    @SafeVarargs
    final ScriptedNameServer text(String name, List<String>... records) {
        texts.put(name, List.of(records));
        return this;
    }

    ScriptedNameServer alias(String name, String of) {
        aliases.put(name, of);
        return this;
    }

    /** Answers that it cannot tell. */
    ScriptedNameServer breakAt(String name) {
        broken = name;
        return this;
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        byte[] asked = new byte[512];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(asked, asked.length);
            try {
                socket.receive(packet);
                byte[] answer = answer(ByteBuffer.wrap(asked, 0, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private byte[] answer(ByteBuffer asked) throws IOException {
        int id = asked.getShort();
        asked.position(HEADER);
        String name = name(asked);
        String owner = aliases.getOrDefault(name, name);
        List<List<String>> found = texts.getOrDefault(owner, List.of());
        int count = found.size() + (owner.equals(name) ? 0 : 1);
        int code = name.equals(broken) ? FAILURE : count == 0 ? NO_SUCH_NAME : 0;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (int word : new int[] {id, ANSWER | code, 1, code == 0 ? count : 0, 0, 0}) {
            out.writeShort(word);
        }
        out.write(asked.array(), HEADER, asked.position() + 4 - HEADER); // the question
        if (code == 0) {
            if (!owner.equals(name)) {
                record(out, name, CNAME, encoded(owner));
            }
            for (List<String> pieces : found) {
                record(out, owner, TXT, strings(pieces));
            }
        }
        return bytes.toByteArray();
    }

    private static void record(DataOutputStream out, String owner, int type, byte[] data) throws IOException {
        out.write(encoded(owner));
        out.writeShort(type);
        out.writeShort(1); // the internet
        out.writeInt(60); // seconds to live
        out.writeShort(data.length);
        out.write(data);
    }

    private static String name(ByteBuffer asked) {
        StringBuilder name = new StringBuilder();
        for (int length = asked.get(); length > 0; length = asked.get()) {
            byte[] label = new byte[length];
            asked.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, US_ASCII));
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private static byte[] encoded(String name) {
        byte[] labels = strings(List.of(name.split("\\.")));
        return ByteBuffer.allocate(labels.length + 1).put(labels).array();
    }

    private static byte[] strings(List<String> pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String piece : pieces) {
            bytes.write(piece.length());
            bytes.writeBytes(piece.getBytes(US_ASCII));
        }
        return bytes.toByteArray();
    }
}
