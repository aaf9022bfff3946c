package org.foramen.benchmarks.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.intake.peers.BareNetty;
import org.foramen.benchmarks.intake.peers.BareWebmvc;
import org.foramen.benchmarks.intake.peers.KafkaWebmvc;
import org.foramen.benchmarks.intake.peers.MailingWebmvc;
import org.foramen.stack.mail.ScriptedSmtpServer;
import org.foramen.stack.process.Ports;

/** The intake and what is compared with it, by the names that stand in the tables. */
final class Endpoints implements AutoCloseable {

    static final String OURS = "intake, JSON";
    static final String KAFKA = "webmvc + KafkaTemplate";

    private final Map<String, Server> started = new LinkedHashMap<>();
    private final House house;

    Endpoints(House house) {
        this.house = house;
    }

    Map<String, Server> started() {
        return started;
    }

    /** The intake, and the usual endpoint in front of Kafka. */
    void start() {
        started.put(OURS, house.intake("intake", Map.of()));
        peer(
                KAFKA,
                KafkaWebmvc.class,
                Map.of("SPRING_KAFKA_BOOTSTRAP_SERVERS", house.broker().address()));
    }

    /** The intake without Kafka, and endpoints that do less, or all of it at once. */
    void startOthers(ScriptedSmtpServer fast, ScriptedSmtpServer slow) {
        started.put(
                "intake, JSON, Kafka away",
                house.intake("intake-alone", Map.of("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + Ports.free())));
        peer("bare webmvc", BareWebmvc.class, Map.of());
        peer("bare Netty", BareNetty.class, Map.of());
        peer("webmvc that mails", MailingWebmvc.class, mailServer(fast));
        peer("webmvc that mails, 200 ms server", MailingWebmvc.class, mailServer(slow));
    }

    private void peer(String name, Class<?> mainClass, Map<String, String> settings) {
        Server server = house.peer(mainClass, settings);
        started.put(name, server);
        server.awaitListening();
    }

    private static Map<String, String> mailServer(ScriptedSmtpServer sink) {
        return Map.of("SPRING_MAIL_HOST", "127.0.0.1", "SPRING_MAIL_PORT", String.valueOf(sink.port()));
    }

    @Override
    public void close() {
        started.values().forEach(Server::close);
    }
}
