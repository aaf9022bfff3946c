package org.foramen.notifier.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.notifier.smtp.verdict.Reply;
import org.jspecify.annotations.Nullable;

/** Who wrote a mail that has no part for machines, and what its words mean: by what mail systems write. */
final class ReportWords {

    private static final Pattern PLAIN_CODE = Pattern.compile("\\b([45]\\d\\d)[ -][45]\\.\\d");
    private static final Pattern MAIL_SYSTEM =
            Pattern.compile("(?i).*\\b(mailer-daemon|postmaster|mail-?daemon|mdaemon|microsoftexchange\\w+)@.*");
    private static final Pattern STILL_TRYING =
            Pattern.compile("(?iu)delayed|still being retried|will (keep|continue) (to )?(be )?(try|retry|retried)|"
                    + "not (yet )?been delivered yet|temporar(y|ily) (failure|deferred|problem)|need not resend|"
                    + "do not need to (resend|do anything)|not a fatal|noch nicht zugestellt|weiterhin versucht|"
                    + "verzögert|versuchen weiterhin|(seguir|continuar)\\w* intent|retrasad[oa]|entrega demorada|"
                    + "(aún|todavía) no se (ha|pudo)|sera retenté|retardé|pas encore été remis|ritardat[ao]|"
                    + "continuerà a tentare|atrasad[oa]|continuará tentando");
    /** What a warning says will happen later ("will give up") is not meant. */
    private static final Pattern GIVEN_UP = Pattern.compile(
            "(?iu)(giv(en|ing)|gave) up|not going to try again|no(t| longer) (be )?(retried|tried again)|"
                    + "retry time-?out exceeded|too many (delivery )?(attempts|retries)|in the queue too long|"
                    + "could not be delivered for");

    private static final Pattern GIVEN_UP_SUBJECT = Pattern.compile(
            "(?iu)undeliver|returned|(?<!tempor\\w{0,5} )fail(ed|ure)|unzustellbar|no se (ha )?(podido|pudo) entregar");
    private static final Pattern FAILURE = Pattern.compile(
            "(?iu)undeliver|not be delivered|returned to|fail(ed|ure)|reject|does(n't| not) exist|user unknown|unknown user|"
                    + "mailbox (is )?full|unzustellbar|nicht zugestellt|no se (ha )?(podido|pudo)|no entregad|échec|n'a pas pu|"
                    + "mancato recapito|não (foi )?entreg");
    private static final Pattern AWAY = Pattern.compile(
            "(?iu)^(re: |aw: )?(auto(matic|mated)?[ -]?(reply|response)|autoreply|out of (the )?office|away from|vacation|"
                    + "respuesta autom|auto-?r?respuesta|contestaci[oó]n autom|fuera de la oficina|(estoy )?de vacaciones|ausen[tc]|automatische antwort|abwesenheit|réponse automatique|"
                    + "absence|risposta automatica|resposta autom)");
    private static final Pattern AUTO_REPLY = Pattern.compile("auto[_-]?reply");

    private ReportWords() {}

    static Bounce.Kind kind(@Nullable String subject, String said) {
        boolean isOver = saysGivenUp(subject) || GIVEN_UP.matcher(said).find();
        return !isOver && STILL_TRYING.matcher(subject + "\n" + said).find() ? Bounce.Kind.DELAYED : Bounce.Kind.FAILED;
    }

    static boolean saysGivenUp(@Nullable String subject) {
        return subject != null && GIVEN_UP_SUBJECT.matcher(subject).find();
    }

    static Reply reply(String said) {
        Matcher code = PLAIN_CODE.matcher(said);
        return Reply.of(code.find() ? Integer.parseInt(code.group(1)) : Reply.NONE.code(), said);
    }

    /** What is said before our mail is quoted. */
    static String before(String text) {
        return text.split("(?i)\n[ >|\\t]*(received|return-path|message-id):", 2)[0];
    }

    static boolean isFromAMailSystem(MimeMessage mail) throws MessagingException {
        return MAIL_SYSTEM.matcher(header(mail, "From")).matches();
    }

    static boolean isWithoutSender(MimeMessage mail) throws MessagingException {
        return "<>".equals(header(mail, "Return-Path").strip());
    }

    static boolean isAutomatic(MimeMessage mail) throws MessagingException {
        String submitted = header(mail, "Auto-Submitted");
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || isAway(mail)
                || header(mail, "Precedence").matches("bulk|junk");
    }

    /** A machine answers for a person; a machine that gives a mail back may say of itself that it is automatic, too. */
    static boolean isAutoReply(MimeMessage mail, String said) throws MessagingException {
        boolean saysFailure = FAILURE.matcher(mail.getSubject() + "\n" + said).find()
                || PLAIN_CODE.matcher(said).find();
        return isAway(mail) || isAutomatic(mail) && !saysFailure;
    }

    private static boolean isAway(MimeMessage mail) throws MessagingException {
        return mail.getHeader("X-Autoreply") != null
                || mail.getHeader("X-Autorespond") != null
                || mail.getHeader("X-Vacation") != null
                || AUTO_REPLY.matcher(header(mail, "Precedence")).find()
                || mail.getSubject() != null && AWAY.matcher(mail.getSubject()).find();
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        String value = mail.getHeader(name, ",");
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }
}
