namespace Platform.Gateway.Tests;

[Rule]
public sealed class ActsTests
{
    [Fact]
    public void EachAct_IsForTheseRoles() =>
        EndpointTable.AssertActs(
            typeof(Acts),
            """
            UseOwnAccount: partner-editor, partner-lead, partner-chair,
                opcc-officer, assessor, finance, monitoring-officer, commissioner, board, administrator
            ReadPeople: administrator
            ManagePeople: administrator
            ConfirmPeople: administrator, finance, monitoring-officer, commissioner
            SecureOwnAccount: partner-editor, partner-lead, partner-chair,
                opcc-officer, assessor, finance, monitoring-officer, commissioner, board, administrator
            ReadTeam: partner-lead
            ManageTeam: partner-lead
            AnswerSubject: monitoring-officer
            """
        );
}
