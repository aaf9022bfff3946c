package org.foramen.benchmarks.notifier.peers;

import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.eclipse.angus.mail.util.MailStreamProvider;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Two routes of Apache Camel, one for each audience: Kafka, a FreeMarker template, SMTP. */
public final class CamelRoute extends RouteBuilder {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final String topic;
    private final String broker;
    private final Path mails;
    private final String smtp;
    private final int consumers;

    private CamelRoute(String topic, String broker, Path mails, String smtp, int consumers) {
        this.topic = topic;
        this.broker = broker;
        this.mails = mails;
        this.smtp = smtp;
        this.consumers = consumers;
    }

    /**
     * Arguments: topic, broker, port of the mail server, folder with the mails, connections, and {@code plain} for Camel's
     * own sender, {@code pool} for kept connections, {@code tuned} for these with TCP_NODELAY and Angus's own StreamProvider.
     */
    public static void main(String[] arguments) throws Exception {
        boolean tuned = arguments[5].equals("tuned");
        if (tuned) {
            System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
        }
        Main camel = new Main();
        String smtp = "smtp://127.0.0.1:" + arguments[2] + "?contentType=text/html;charset=UTF-8";
        if (!arguments[5].equals("plain")) {
            PooledSender pool = new PooledSender(tuned);
            pool.setHost("127.0.0.1");
            pool.setPort(Integer.parseInt(arguments[2]));
            camel.bind("pool", pool);
            smtp += "&javaMailSender=#pool";
        }
        camel.configure()
                .addRoutesBuilder(new CamelRoute(
                        arguments[0],
                        arguments[1],
                        Path.of(arguments[3]),
                        smtp,
                        Math.max(1, Integer.parseInt(arguments[4]) / 2)));
        camel.run();
    }

    @Override
    public void configure() throws Exception {
        for (String audience : new String[] {"clinic", "patient"}) {
            byte[] attachment = Files.readAllBytes(mails.resolve(audience + ".attachment"));
            from("kafka:%s?brokers=%s&groupId=%s&consumersCount=%d&autoOffsetReset=earliest"
                            .formatted(topic, broker, topic + "-" + audience, consumers))
                    .process(CamelRoute::readJson)
                    .to("freemarker:file:" + mails.resolve(audience + ".txt"))
                    .setHeader("CamelMailAlternativeBody", body())
                    .to("freemarker:file:" + mails.resolve(audience + ".html"))
                    .setHeader("From", constant("no-reply@clinic.example"))
                    .setHeader("To", constant("ana@example.com"))
                    .setHeader("Subject", simple("Inquiry ${header.reference}"))
                    .process(exchange -> {
                        if (attachment.length > 0) {
                            exchange.getMessage(AttachmentMessage.class)
                                    .addAttachment(
                                            "foraminotomy-en.pdf",
                                            new DataHandler(new ByteArrayDataSource(attachment, "application/pdf")));
                        }
                    })
                    .to(smtp);
        }
    }

    private static void readJson(Exchange exchange) {
        Map<String, Object> fields =
                JsonMapper.shared().readValue(exchange.getMessage().getBody(String.class), FIELDS);
        exchange.getMessage().setHeader("reference", fields.get("id"));
        exchange.getMessage().removeHeaders("kafka.*");
        exchange.getMessage().setBody(fields);
    }
}
