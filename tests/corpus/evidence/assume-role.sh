aws sts assume-role-with-saml \
  --role-arn arn:aws:iam::444455556666:role/ConnectAgents \
  --principal-arn arn:aws:iam::444455556666:saml-provider/Example \
  --saml-assertion file://response.b64

An error occurred (AccessDenied) when calling the AssumeRoleWithSAML operation: Not authorized to perform sts:AssumeRoleWithSAML
