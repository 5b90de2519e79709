using Platform.Local.Tests;

[assembly: AssemblyFixture(typeof(RabbitNodeFixture))]

namespace Platform.Local.Tests;

/// <summary>One node for all tests: it takes some five seconds to start.</summary>
public sealed class RabbitNodeFixture : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    public RabbitNode Node { get; private set; } = null!;

    public string Folder => folder.Path;

    public async ValueTask InitializeAsync() => Node = await RabbitNode.StartAsync(folder.Path, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (Node is not null)
            await Node.DisposeAsync();
        folder.Dispose();
    }
}
