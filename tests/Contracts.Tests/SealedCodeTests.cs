using System.Security.Cryptography;

namespace Platform.Contracts.Tests;

public sealed class SealedCodeTests
{
    [Theory]
    [InlineData(2048, false)]
    [InlineData(SealedCode.LeastBits, true)]
    public void Key_ThatIsTooShort_SealsNothing(int bits, bool seals)
    {
        using var key = RSA.Create(bits);
        var pem = key.ExportPkcs8PrivateKeyPem();
        if (seals)
            Assert.Equal("code", SealedCode.Open([pem], SealedCode.Seal(pem, "code")));
        else
            Assert.Contains("3072 bits", Assert.Throws<CryptographicException>(() => SealedCode.Seal(pem, "code")).Message);
    }
}
