using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.ServiceDefaults.Messaging;

namespace Platform.ServiceDefaults.Tests;

/// <summary>Whose fault an exception is.</summary>
public sealed class DatabaseAwayTests
{
    [Theory]
    [InlineData(PostgresErrorCodes.AdminShutdown, true)]
    [InlineData(PostgresErrorCodes.CrashShutdown, true)]
    [InlineData(PostgresErrorCodes.CannotConnectNow, true)]
    [InlineData(PostgresErrorCodes.DeadlockDetected, false)]
    [InlineData(PostgresErrorCodes.RaiseException, false)]
    public void WhatTheServerSays_IsNobodysFault_OnlyIfItIsGoing(string state, bool away) =>
        Assert.Equal(away, DatabaseAway.Caused(new DbUpdateException("", new PostgresException("", "FATAL", "FATAL", state))));

    [Fact]
    public void BrokenConnection_IsNobodysFault_ButASlowCommandOrAnotherSocketMayBe()
    {
        Assert.True(DatabaseAway.Caused(new InvalidOperationException("", new NpgsqlException("", new SocketException()))));
        Assert.True(DatabaseAway.Caused(new NpgsqlException("", new EndOfStreamException())));
        Assert.False(DatabaseAway.Caused(new NpgsqlException("", new TimeoutException())));
        Assert.True(DatabaseAway.OrTimeout(new NpgsqlException("", new TimeoutException())));
        Assert.False(DatabaseAway.OrTimeout(new HttpRequestException("", new SocketException())));
    }
}
