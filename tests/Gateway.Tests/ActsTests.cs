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
                opcc-officer, assessor, finance, monitoring-officer, commissioner, administrator, board
            ManagePeople: administrator
            """
        );
}
