package org.foramen.content.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

/** An address as a picture for a telephone's camera. */
final class QrCode {

    private QrCode() {}

    /** @param alt what is read out instead */
    static String svg(String address, String alt) {
        BitMatrix matrix = matrix(address);
        StringBuilder squares = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    squares.append("M%d %dh1v1h-1z".formatted(x, y));
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" alt="%s" viewBox="0 0 %d %d" width="76" height="76">\
                <path d="%s" fill="#000"/></svg>"""
                .formatted(Markup.escape(alt), matrix.getWidth(), matrix.getHeight(), squares);
    }

    private static BitMatrix matrix(String address) {
        try {
            return new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0);
        } catch (WriterException e) {
            throw new IllegalArgumentException("the address of the pages is too long for a QR code: " + address, e);
        }
    }
}
