package org.foramen.benchmarks.instrument;

import org.foramen.stack.mail.Kept;
import org.foramen.stack.mail.ScriptedSmtpServer;
import org.foramen.stack.process.Ports;

/** Mail servers that take every mail, count it and forget it. */
public final class MailSink {

    private MailSink() {}

    public static ScriptedSmtpServer start() {
        ScriptedSmtpServer sink = new ScriptedSmtpServer(Ports.free());
        sink.keep(Kept.NOTHING);
        sink.start();
        return sink;
    }
}
