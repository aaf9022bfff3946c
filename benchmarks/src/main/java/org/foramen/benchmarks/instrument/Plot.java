package org.foramen.benchmarks.instrument;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plain SVG pictures that a page can show on a light and on a dark ground. */
public final class Plot {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 320;
    private static final int LEFT = 70;
    private static final int BOTTOM = 50;
    private static final int TOP = 40;
    private static final int RIGHT = 20;

    private Plot() {}

    /** @param points x and y, in the order of x */
    public static String line(String title, String xName, String yName, List<double[]> points) {
        double minX = points.stream().mapToDouble(point -> point[0]).min().orElse(0);
        double maxX = points.stream().mapToDouble(point -> point[0]).max().orElse(1);
        double maxY = Math.max(
                1e-9, points.stream().mapToDouble(point -> point[1]).max().orElse(1));
        StringBuilder path = new StringBuilder();
        for (double[] point : points) {
            double x = LEFT + (point[0] - minX) / Math.max(1e-9, maxX - minX) * (WIDTH - LEFT - RIGHT);
            double y = HEIGHT - BOTTOM - Math.max(0, point[1]) / maxY * (HEIGHT - BOTTOM - TOP);
            path.append(path.isEmpty() ? "M" : "L")
                    .append(number(x))
                    .append(' ')
                    .append(number(y));
        }
        return frame(
                title,
                "<path d=\"%s\" fill=\"none\" stroke=\"#2b7a78\" stroke-width=\"2\"/>".formatted(path)
                        + text(LEFT, HEIGHT - BOTTOM + 18, "middle", Figure.plain(minX))
                        + text(WIDTH - RIGHT, HEIGHT - BOTTOM + 18, "end", Figure.plain(maxX))
                        + text((WIDTH + LEFT) / 2, HEIGHT - 10, "middle", xName)
                        + text(LEFT - 6, TOP + 5, "end", Figure.plain(maxY))
                        + text(LEFT - 6, HEIGHT - BOTTOM, "end", "0")
                        + text(LEFT, TOP - 6, "start", yName));
    }

    /** @param bars by the names that stand beside them */
    public static String bars(String title, Map<String, Double> bars) {
        double most =
                bars.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        int left = 250;
        int high = (HEIGHT - TOP - 20) / Math.max(1, bars.size());
        StringBuilder body = new StringBuilder();
        int row = 0;
        for (Map.Entry<String, Double> bar : bars.entrySet()) {
            int y = TOP + row * high;
            double width = bar.getValue() / most * (WIDTH - left - 80);
            body.append(text(left - 8, y + high / 2 + 4, "end", bar.getKey()))
                    .append("<rect x=\"%d\" y=\"%d\" width=\"%s\" height=\"%d\" fill=\"#2b7a78\"/>"
                            .formatted(left, y + 3, number(width), high - 6))
                    .append(text((int) (left + width) + 6, y + high / 2 + 4, "start", Figure.plain(bar.getValue())));
            row++;
        }
        return frame(title, body.toString());
    }

    private static String frame(String title, String body) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"sans-serif\" "
                        + "font-size=\"13\" fill=\"#333\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%s%s</svg>%n")
                .formatted(WIDTH, HEIGHT, text(WIDTH / 2, 18, "middle", title), body);
    }

    private static String text(int x, int y, String anchor, String words) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>"
                .formatted(x, y, anchor, words.replace("&", "&amp;").replace("<", "&lt;"));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
