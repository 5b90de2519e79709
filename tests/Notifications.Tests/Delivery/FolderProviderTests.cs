using System.Net.Mail;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Delivery;

[Rule]
public sealed class FolderProviderTests
{
    [Fact]
    public async Task Send_SameLetterTwice_OneFile()
    {
        var folder = Directory.CreateTempSubdirectory("platform-letters-").FullName;
        var (from, id) = (new MailAddress("a@b.example"), Guid.NewGuid());
        var mail = new Mail(id, $"<{id}@b.example>", NotificationsHost.Start, from, from, from, "Subject", "Text", "Html");
        var provider = new FolderProvider(Path.Combine(folder, "made", "where", "missing"));

        await provider.SendAsync(mail, TestContext.Current.CancellationToken);
        await provider.SendAsync(mail with { Text = "Again" }, TestContext.Current.CancellationToken);

        var file = Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        Assert.Equal($"{id}.eml", Path.GetFileName(file));
        Assert.Equal("Again", ParsedMail.Read(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Text);
        Directory.Delete(folder, recursive: true);
    }
}
