package org.foramen.base.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;

/** Takes an {@code Accept} that names nothing for none. Spring Boot's endpoints would call it a mistake of ours. */
public final class EmptyAcceptValve extends ValveBase {

    private static final String ACCEPT = "Accept";

    public EmptyAcceptValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        boolean namesNothing = Collections.list(request.getHeaders(ACCEPT)).stream()
                .allMatch(value -> value.replace(",", "").isBlank());
        if (namesNothing) {
            MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
            headers.removeHeader(ACCEPT);
        }
        getNext().invoke(request, response);
    }
}
