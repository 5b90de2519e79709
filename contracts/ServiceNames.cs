namespace Platform.Contracts;

/// <summary>The programs of the platform, by the names that their databases, logins, queues, addresses and telemetry have.</summary>
public static class ServiceNames
{
    /// <summary>The only public door.</summary>
    public const string Gateway = "gateway";

    /// <summary>Rounds, bids, decisions and grants.</summary>
    public const string Bids = "bids";

    /// <summary>Quarterly returns.</summary>
    public const string Returns = "returns";

    /// <summary>Letters, and who gets them.</summary>
    public const string Notifications = "notifications";

    /// <summary>Home pages, reports and what is published.</summary>
    public const string Reporting = "reporting";

    /// <summary>Those behind the gateway, each with an event log, in the order in which they start.</summary>
    public static readonly IReadOnlyList<string> BehindTheGateway = [Bids, Returns, Notifications, Reporting];
}
