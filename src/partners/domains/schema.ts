import { z } from 'zod';

export const addDomainSchema = z.strictObject({
  domain: z.string().min(1).max(300).describe('A host of yours beside the product: blog.example.com'),
});

export const domainSchema = z.object({
  domain: z.string(),
  verified_at: z.string().nullable().describe('Links may lead there since'),
  record_name: z.string().describe('The name of the TXT record to set'),
  record_value: z.string().describe('What it must hold'),
  created_at: z.string(),
});
