using Platform.Contracts;

namespace Platform.Architecture.Tests;

/// <summary>
/// <see cref="ServiceNames"/> is the list of services. What cannot read it, such as a script, must still name them all.
/// </summary>
public sealed class ServiceListTests
{
    /// <summary>"Bids" for "bids".</summary>
    public static string Folder(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    [Fact]
    public void Folders_AreTheServices() =>
        Assert.Equal(
            ServiceNames.BehindTheGateway.Select(Folder).Order(StringComparer.Ordinal),
            Repository.Services.Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("test", "{0}.Tests")]
    [InlineData("deploy/standalone/OneProcess.cs", "Build<{0}Service>")]
    [InlineData("services/README.md", "| `{0}` |")]
    [InlineData("README.md", "services/{0} ")]
    public void File_NamesEachService(string file, string form)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, file));
        Assert.All(ServiceNames.BehindTheGateway, name => Assert.Contains(string.Format(null, form, Folder(name)), text));
    }
}
