package org.foramen.benchmarks.intake.peers;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** What {@link BareWebmvc} does, without Spring and without a servlet container. */
public final class BareNetty {

    private BareNetty() {}

    public static void main(String[] arguments) throws InterruptedException {
        Validator validator = Validation.buildDefaultValidatorFactory().getValidator();
        new ServerBootstrap()
                .group(new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory()))
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(65_536), new Desk(validator));
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv("SERVER_PORT")))
                .sync()
                .channel()
                .closeFuture()
                .sync();
    }

    private static final class Desk extends SimpleChannelInboundHandler<FullHttpRequest> {

        private final Validator validator;

        Desk(Validator validator) {
            this.validator = validator;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) throws Exception {
            if (request.method() != HttpMethod.POST) {
                answer(context, HttpResponseStatus.OK, "{}");
                return;
            }
            InquiryBody inquiry;
            try (InputStream body = new ByteBufInputStream(request.content())) {
                inquiry = JsonMapper.shared().readValue(body, InquiryBody.class);
            }
            if (validator.validate(inquiry).isEmpty()) {
                answer(context, HttpResponseStatus.ACCEPTED, "{\"id\":\"" + UUID.randomUUID() + "\"}");
            } else {
                answer(context, HttpResponseStatus.BAD_REQUEST, "{}");
            }
        }

        private static void answer(ChannelHandlerContext context, HttpResponseStatus status, String json) {
            DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(json, StandardCharsets.UTF_8));
            response.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                    .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
            context.writeAndFlush(response);
        }
    }
}
