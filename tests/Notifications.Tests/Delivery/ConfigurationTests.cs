using Microsoft.Extensions.Configuration;

namespace Platform.Notifications.Tests.Delivery;

[Rule]
public sealed class ConfigurationTests
{
    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();

    [Fact]
    public void Provider_NoneOrBoth_OneSentenceSaysWhatToSet()
    {
        const string said =
            "Configure exactly one mail provider: set Mail__Smtp__Host to a mail server, Mail__Notify__ApiKey to a key of GOV.UK Notify, "
            + "or Mail__Folder to a folder that takes the letters as .eml files.";

        Assert.Equal(said, Assert.Throws<InvalidOperationException>(() => MailProvider.Read(Settings())).Message);
        Assert.Equal(
            said,
            Assert
                .Throws<InvalidOperationException>(() => MailProvider.Read(Settings(("Mail:Folder", "/tmp/x"), ("Mail:Smtp:Host", "mail"))))
                .Message
        );
    }

    [Fact]
    public void Provider_SmtpUserWithoutPassword_SaysSo() =>
        Assert.StartsWith(
            "Mail:Smtp:Password is not set.",
            Assert
                .Throws<InvalidOperationException>(() => MailProvider.Read(Settings(("Mail:Smtp:Host", "mail"), ("Mail:Smtp:User", "me"))))
                .Message
        );

    [Fact]
    public void Provider_Smtp_IsEncryptedUnlessSaidOtherwise() =>
        Assert.Equal(new SmtpServer("mail", 587, null, null, StartTls: true), SmtpServer.Read(Settings(("Mail:Smtp:Host", "mail"))));

    [Theory]
    [InlineData("Platform:PublicAddress", "csp.example")]
    [InlineData("Platform:ContactEmail", "nobody")]
    [InlineData("Mail:From", "")]
    public void Office_ValueMissingOrWrong_NamesTheKey(string key, string value)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Platform:PublicAddress"] = "https://csp.example/platform/",
            ["Platform:ContactName"] = "Alex",
            ["Platform:ContactEmail"] = "alex@csp.example",
            ["Mail:From"] = "fund@csp.example",
        };
        Assert.Equal(
            "https://csp.example/platform/bids/1",
            Office.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).Link("/bids/1").ToString()
        );

        settings[key] = value;
        var refusal = Assert.Throws<InvalidOperationException>(() =>
            Office.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        );
        Assert.StartsWith(key, refusal.Message);
    }
}
