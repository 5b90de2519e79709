namespace Platform.Notifications.Tests;

[Rule]
public sealed class ActsTests
{
    [Fact]
    public void EachAct_IsForTheseRoles() =>
        EndpointTable.AssertActs(
            typeof(Acts),
            """
            ReadLetters: opcc-officer
            ReadContacts: opcc-officer, administrator
            WriteContacts: opcc-officer
            ReadTemplates: opcc-officer, administrator
            WriteTemplates: administrator
            ChoosePreferences: opcc-officer
            ReadAlerts: opcc-officer, administrator
            DealWithAlerts: opcc-officer
            ReadFailures: opcc-officer, administrator
            NoteMending: opcc-officer, administrator
            SettleFailures: administrator
            AnswerSubject: monitoring-officer
            """
        );
}
