using Platform.Local;

namespace Platform.Testing;

/// <summary>The one PostgreSQL of a test program. Each service that runs in the program has databases of its own there.</summary>
internal static class SharedPostgres
{
    private static readonly SemaphoreSlim Turn = new(1);
    private static string folder = "";
    private static EmbeddedPostgres? server;
    private static int users;

    /// <summary>The server, started for whoever comes first.</summary>
    public static Task<EmbeddedPostgres> JoinAsync() =>
        InTurnAsync(async () =>
        {
            if (server is null)
            {
                folder = Directory.CreateTempSubdirectory("postgres-tests-").FullName;
                server = await EmbeddedPostgres.StartAsync(folder, CancellationToken.None, durable: false);
            }
            users++;
            return server;
        });

    /// <summary>Whoever leaves last stops it, and its data are deleted.</summary>
    public static Task LeaveAsync() =>
        InTurnAsync(async () =>
        {
            if (--users > 0)
                return false;
            await server!.DisposeAsync();
            server = null;
            Directory.Delete(folder, recursive: true);
            return true;
        });

    private static async Task<T> InTurnAsync<T>(Func<Task<T>> act)
    {
        await Turn.WaitAsync();
        try
        {
            return await act();
        }
        finally
        {
            Turn.Release();
        }
    }
}
