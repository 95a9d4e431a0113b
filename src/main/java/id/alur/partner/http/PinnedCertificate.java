package id.alur.partner.http;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;

/**
 * Trusts exactly one certificate, whoever issued it and until when. It must be made out to the host's name too, unless it
 * is self-signed: who made it could have written any name.
 */
final class PinnedCertificate extends X509ExtendedTrustManager implements HostnameVerifier {

  private static final DefaultHostnameVerifier NAMES = new DefaultHostnameVerifier();

  private final String sha256;

  private PinnedCertificate(String sha256) {
    this.sha256 = sha256;
  }

  static TlsSocketStrategy only(String sha256) {
    try {
      PinnedCertificate pinned = new PinnedCertificate(sha256);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {pinned}, null);
      return new DefaultClientTlsStrategy(context, HostnameVerificationPolicy.CLIENT, pinned);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has TLS", e);
    }
  }

  @Override
  public boolean verify(String host, SSLSession session) {
    try {
      Certificate shown = session.getPeerCertificates()[0];
      if (!isSelfSigned((X509Certificate) shown)) {
        NAMES.verify(host, (X509Certificate) shown);
      }
      return true;
    } catch (SSLException noneOrOfAnotherName) {
      return false;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
    if (!fingerprint(chain[0]).equals(sha256)) {
      throw new CertificateException("the host shows another certificate than the one on the list");
    }
  }

  private static boolean isSelfSigned(X509Certificate certificate) {
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException signedByAnother) {
      return false;
    }
  }

  private static String fingerprint(X509Certificate certificate) throws CertificateException {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
    throw new CertificateException("Alur is no server here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
