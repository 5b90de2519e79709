namespace Platform.Gateway.Team;

/// <summary>How often every account has to be confirmed: the section <c>Accounts</c>.</summary>
internal sealed class ReviewSettings(IConfiguration configuration)
{
    /// <summary>How long an account lasts that nobody confirms.</summary>
    public TimeSpan Every { get; } = TimeSpan.FromDays(configuration.GetValue("Accounts:ReviewDays", 365.0));

    /// <summary>How long before that it is asked for.</summary>
    public TimeSpan Notice { get; } = TimeSpan.FromDays(configuration.GetValue("Accounts:ReviewNoticeDays", 30.0));
}
