namespace Platform.Contracts;

/// <summary>A partnership's Problem Profile was written or changed. Publisher: Bids.</summary>
public sealed record ProfileChanged(Guid Id, int Version, DateTimeOffset At, Person By, ProfileDetails Details)
    : Event<ProfileDetails>(Id, Version, At, By, Details);

/// <summary>
/// A Problem Profile: what a partnership has to deal with first, for a time. The profiles of one partnership do not overlap.
/// </summary>
/// <param name="Partnership">Whose it is.</param>
/// <param name="From">The first day that it is for.</param>
/// <param name="To">The last day that it is for.</param>
/// <param name="Priorities">What comes first, as it is listed; 1 to 10, each named differently.</param>
public sealed record ProfileDetails(Partnership Partnership, DateOnly From, DateOnly To, IReadOnlyList<Priority> Priorities);

/// <summary>A priority of a Problem Profile.</summary>
/// <param name="Id">Stays the same while the profile is edited.</param>
/// <param name="Name">"Burglary of homes in Oadby", in 100 characters or less: bids and grants name it so.</param>
/// <param name="Evidence">How it is known; empty where nothing was said.</param>
public sealed record Priority(Guid Id, string Name, string Evidence);
