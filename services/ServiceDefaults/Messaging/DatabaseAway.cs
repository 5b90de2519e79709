using Npgsql;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>Tells whether something failed because the database went away: then nothing is wrong with the message.</summary>
internal static class DatabaseAway
{
    /// <summary>
    /// Whether the connection could not be made or broke, or the server is starting or stopping. A command that took too long is not meant:
    /// it may be the message's own fault.
    /// </summary>
    public static bool Caused(Exception failure) =>
        Causes(failure)
            .OfType<NpgsqlException>()
            .Any(e =>
                e is PostgresException refused
                    ? refused.SqlState
                        is PostgresErrorCodes.AdminShutdown
                            or PostgresErrorCodes.CrashShutdown
                            or PostgresErrorCodes.CannotConnectNow
                            or PostgresErrorCodes.TooManyConnections
                    : Causes(e).Any(c => c is IOException or System.Net.Sockets.SocketException)
            );

    /// <summary>Whether the database did not answer, for whatever reason.</summary>
    public static bool OrTimeout(Exception failure) =>
        Caused(failure) || Causes(failure).OfType<NpgsqlException>().Any(e => e.InnerException is TimeoutException);

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
