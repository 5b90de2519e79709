namespace Platform.Contracts.Tests;

public sealed class RoleNamesTests
{
    [Fact]
    public void EveryRole_HasANameAndDuties() =>
        Assert.All(Roles.All, role => Assert.StartsWith($"{RoleNames.Full(role)}: ", RoleNames.WithDuties(role)));

    [Theory]
    [InlineData(Roles.PartnerLead, "lead", "Lead", "Partnership lead")]
    [InlineData(Roles.Officer, "OPCC officer", "OPCC officer", "OPCC officer")]
    [InlineData(Roles.MonitoringOfficer, "monitoring officer", "Monitoring officer", "Monitoring officer")]
    public void Name_FitsWhereItIsRead(string role, string inSentence, string heading, string full) =>
        Assert.Equal((inSentence, heading, full), (RoleNames.InSentence(role), RoleNames.Heading(role), RoleNames.Full(role)));
}
