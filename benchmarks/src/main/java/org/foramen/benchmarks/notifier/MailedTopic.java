package org.foramen.benchmarks.notifier;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.foramen.benchmarks.instrument.Child;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.Inquiries;
import org.foramen.stack.mail.ScriptedSmtpServer;
import org.foramen.stack.process.Pause;

/** One round: records go into a topic, and their mails come to a mail server. */
record MailedTopic(House house, ScriptedSmtpServer sink) {

    static final String RATE = "mails/s";
    static final String MAILS = "mails";
    static final String CPU = "CPU ms each";
    static final String BYTES = "bytes each";
    static final Duration PATIENCE = Duration.ofMinutes(10);

    Map<String, Double> mail(Child process, List<ProducerRecord<String, byte[]>> records) {
        return mail(
                process,
                2 * records.size(),
                () -> Inquiries.publish(house.broker().address(), records));
    }

    /** The clock runs from the first record's way into the topic, or what is there in its place, to the last mail's answer. */
    Map<String, Double> mail(Child process, int mails, Runnable put) {
        long mailsBefore = sink.count();
        long bytesBefore = sink.bytes();
        double brokerBefore = house.brokerProcess().cpuSeconds();
        double before = process.cpuSeconds();
        long start = System.nanoTime();
        put.run();
        Pause.until(() -> sink.count() - mailsBefore >= mails, mails + " mails: see " + process.log(), PATIENCE);
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Double> sample = new LinkedHashMap<>();
        sample.put(MAILS, (double) mails);
        sample.put(RATE, mails / seconds);
        sample.put(CPU, (process.cpuSeconds() - before) * 1000 / mails);
        sample.put("broker CPU ms each", (house.brokerProcess().cpuSeconds() - brokerBefore) * 1000 / mails);
        sample.put(BYTES, (double) (sink.bytes() - bytesBefore) / mails);
        return sample;
    }
}
