import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** BouncyCastle's word on a detached signature: java Judge.java CONTENT CMS ROOT. */
public final class Judge {
    public static void main(String[] arguments) throws Exception {
        Security.addProvider(new BouncyCastleProvider());
        byte[] content = Files.readAllBytes(Path.of(arguments[0]));
        byte[] signature = Files.readAllBytes(Path.of(arguments[1]));
        CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(content), signature);
        SignerInformation signer = data.getSignerInfos().getSigners().iterator().next();
        X509CertificateHolder holder =
            (X509CertificateHolder) data.getCertificates().getMatches(signer.getSID()).iterator().next();
        System.out.println("valid=" + holds(signer, holder) + " issuedByRoot=" + issued(holder, arguments[2]));
    }

    private static boolean holds(SignerInformation signer, X509CertificateHolder holder) {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider("BC").build(holder));
        } catch (Exception fault) {
            return false;
        }
    }

    private static boolean issued(X509CertificateHolder holder, String root) throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509", "BC");
        X509Certificate issuer = (X509Certificate) factory.generateCertificate(new FileInputStream(root));
        try {
            new JcaX509CertificateConverter().setProvider("BC").getCertificate(holder).verify(issuer.getPublicKey(), "BC");
            return true;
        } catch (Exception fault) {
            return false;
        }
    }
}
