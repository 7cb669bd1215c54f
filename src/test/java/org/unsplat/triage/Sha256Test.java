package org.unsplat.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Sha256Test {

    /** Among these lengths are all that just fit into a block, or just do not. */
    @Test
    void isTheHashOfJava() throws NoSuchAlgorithmException {
        var random = new Random(1);
        var java = MessageDigest.getInstance("SHA-256");
        for (var length = 0; length < 300; length++) {
            var message = new byte[length];
            random.nextBytes(message);
            var expected = ByteBuffer.wrap(java.digest(message)).getLong();
            assertEquals(expected, Sha256.first64Bits(message), "of " + length + " bytes");
        }
    }
}
