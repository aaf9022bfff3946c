package org.foramen.notifier.console.signin.session;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps sign-ins in the ledger's database. What is not asked who somebody is, as files and health, does not ask the database. */
@Configuration(proxyBeanMethods = false)
class ConsoleSessions {

    private static final String TABLE = "console_session";

    @Bean
    JdbcIndexedSessionRepository sessions(DataSource ledger, SessionContents contents, ServerProperties server) {
        TransactionTemplate apart = new TransactionTemplate(new JdbcTransactionManager(ledger));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(new JdbcTemplate(ledger), apart);
        sessions.setTableName(TABLE);
        sessions.setConversionService(contents.conversions());
        sessions.setIndexResolver(session -> Map.of()); // nobody looks for sessions by name
        sessions.setDefaultMaxInactiveInterval(
                requireNonNull(server.getServlet().getSession().getTimeout(), "server.servlet.session.timeout"));
        sessions.setCleanupCron(Scheduled.CRON_DISABLED);
        return sessions;
    }

    @Bean
    FilterRegistrationBean<SessionsAway> sessionFilter(JdbcIndexedSessionRepository sessions, ServerProperties server) {
        SessionRepositoryFilter<?> filter = new SessionRepositoryFilter<>(new StandingSessions<>(sessions));
        CookieHttpSessionIdResolver cookie = new CookieHttpSessionIdResolver();
        cookie.setCookieSerializer(cookie(server.getServlet().getSession().getCookie()));
        filter.setHttpSessionIdResolver(cookie);
        FilterRegistrationBean<SessionsAway> registration = new FilterRegistrationBean<>(new SessionsAway(filter));
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return registration;
    }

    private static DefaultCookieSerializer cookie(Cookie settings) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(requireNonNull(settings.getName(), "server.servlet.session.cookie.name"));
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite(requireNonNull(settings.getSameSite(), "server.servlet.session.cookie.same-site")
                .attributeValue());
        return cookie;
    }
}
