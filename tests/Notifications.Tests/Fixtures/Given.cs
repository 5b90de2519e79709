using Platform.Contracts;

namespace Platform.Notifications.Tests.Fixtures;

/// <summary>Events as other services publish them, about Melton's grant.</summary>
internal static class Given
{
    public static readonly Partnership Melton = Partnership.Get("MEL");
    public static readonly Partnership Rutland = Partnership.Get("RUT");
    public static readonly Person Sam = new(Guid.Parse("0198a000-0000-7000-8000-000000000001"), "Sam Carter");

    public static ContactChanged Contact(Person person, Partnership? partnership, params string[] roles) =>
        new(person.UserId, 1, NotificationsHost.Start, Person.Platform, new(person.Name, Address(person), partnership, roles, true));

    public static Person Somebody(string name) => new(Guid.NewGuid(), name);

    public static string Address(Person person) => person.Name.ToLowerInvariant().Replace(" ", ".") + "@melton.example";

    public static ReturnDetails Return(DateOnly? due = null, int quarter = 3, string title = "Target hardening") => new(
        Guid.NewGuid(), "CSP2024-MEL-01", "Community safety fund", title, Melton, new(new(2024), quarter), new(2025, 1, 1), due ?? new(2025, 1, 31),
        ReturnState.Open, [], null, null);

    public static ReturnChased Chased(int workingDays, params string[] audience) => Chased(Guid.NewGuid(), workingDays, audience);

    public static ReturnChased Chased(Guid id, int workingDays, params string[] audience) =>
        new(id, 2, NotificationsHost.Start, Person.Platform, Return(), new(workingDays, audience));

    public static ReturnSubmitted Submitted(Person by, int version = 5) => new(Guid.NewGuid(), version, NotificationsHost.Start, by, Return());

    public static BidDetails Bid(BidState state) => new(
        Guid.NewGuid(), "CSP2025-MEL-03", Melton, state, new() { Title = "Safer streets", Theme = "ASB", Summary = "Less of it.", Interventions = [Hardening] }, null);

    public static GrantMade Grant() => new(Guid.NewGuid(), 1, NotificationsHost.Start, Somebody("Commissioner"), new(
        Guid.NewGuid(), "CSP2025-MEL-03", "Community safety fund", Melton, "Safer streets", "EXE005-24", new(2025, 4, 1), new(2026, 3, 31), [Hardening]));

    private static Intervention Hardening => new(
        Guid.NewGuid(), "Target hardening", "Locks.", [new(new(2025), SpendKind.Revenue, Money.FromPounds(16_875))], [new("homes", 130, TargetKind.UpTo)], []);
}
